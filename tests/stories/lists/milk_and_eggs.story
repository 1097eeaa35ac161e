# name: milk and eggs are two items, mac and cheese is one
home family_house
at 19:00
say anna "add milk, eggs and oat biscuits to the shopping list"
expect item "milk"
expect item "eggs"
expect item "oat biscuits"
say anna "add mac and cheese to the shopping list"
expect item "mac and cheese"
say anna "remove milk and eggs from the shopping list"
expect no item "milk"
expect no item "eggs"
expect item "mac and cheese"
