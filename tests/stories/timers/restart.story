# name: a timer outlives a restart and rings in time
home family_house
at 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
after 2m
restart for 1m
expect timer left 7m
after 7m
expect said "Your timer for 10 minutes is up." in kitchen
