# name: of two that were added in one sentence one goes
home family_house
at 09:00
say anna "add milk to the shopping list and add eggs to the shopping list"
expect item "milk"
expect item "eggs"
say anna "check off eggs from the shopping list"
expect no item "eggs"
expect item "milk"
