# name: what is on the list
home family_house
at 09:00
say anna "add bread to the shopping list"
expect item "bread"
say anna "what is on the shopping list"
expect said /bread/
