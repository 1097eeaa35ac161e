# name: a timer does not care that the clock was set back a year
home family_house
at 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
after 4m
clock step -1y
expect timer left 6m
after 6m
expect said "Your timer for 10 minutes is up."
