# name: milk on the shopping list
home family_house
at 09:00
say anna "add milk to the shopping list"
expect item "milk"
expect said "Added milk"
