# name: what is on the list is not added twice
home family_house
at 09:00
say anna "add milk to the shopping list"
expect item "milk"
say ben "add milk to the shopping list"
expect said "There is already milk on the shopping list."
