# name: what was bought goes off the list
home family_house
at 09:00
say anna "add eggs to the shopping list"
expect item "eggs"
say anna "check off eggs from the shopping list"
expect said "Checked off eggs"
expect no item "eggs"
