# name: one more timer, and five minutes more of it, and neither
home family_house
at 18:00
say anna "set a timer for ten minutes"
expect timer left 10m
say anna "and one for twenty minutes"
expect timer left 10m
expect timer left 20m
say anna "five more minutes"
expect timer left 10m
expect timer left 25m
say anna "cancel that one"
expect timer left 10m
say anna "how long is left on the timer"
expect said /10 minutes/
