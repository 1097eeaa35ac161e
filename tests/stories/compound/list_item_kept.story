# name: bread and butter is not two commands
home family_house
at 19:00
say anna in kitchen "add bread and butter to the shopping list"
expect item "bread and butter"
