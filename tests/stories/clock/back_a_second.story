# name: a clock that is set back by a second again and again costs a timer nothing
home family_house
at 18:00
say anna "set a timer for 1 minute"
expect timer left 1m
after 20s
clock step -1s
after 20s
clock step -1s
expect no said
after 20s
expect said "Your timer for 1 minute is up."
