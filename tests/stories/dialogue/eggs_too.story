# name: one more for the list
home family_house
at 19:00
say anna in kitchen "add milk to the shopping list"
expect item "milk"
say anna in kitchen "and eggs"
expect item "eggs"
