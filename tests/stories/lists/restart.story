# name: a list outlives kill -9
home family_house
at 09:00
say anna "add flour to the shopping list"
expect item "flour"
kill for 1h
expect item "flour"
