# name: a timer rings in time though the clock was set back and nothing else happens
home family_house
at 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
clock step -1h
after 9m
expect timer left 1m
after 1m
expect said "Your timer for 10 minutes is up."
