# name: a named timer rings when it is up
home family_house
at 18:00
say anna "set a 12 minute timer for pizza"
expect timer "pizza" left 12m
expect said "Timer set for 12 minutes named pizza"
after 11m
expect no said
after 1m
expect said "The pizza timer is up." in kitchen
expect no timer
