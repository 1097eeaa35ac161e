# name: fish and chips is not two commands, nor two items
home family_house
at 19:00
say anna in kitchen "add fish and chips to the shopping list"
expect item "fish and chips"
