# name: a timer without a name
home family_house
at 18:00
say anna "set a timer for 5 minutes"
expect said "Timer set for 5 minutes"
expect timer left 5m
after 5m
expect said "Your timer for 5 minutes is up." in kitchen
