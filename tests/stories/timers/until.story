# name: until a time of day
home family_house
at 18:30
say anna "set a timer until seven"
expect timer left 30m
at 18:59
expect no said
after 1m
expect said "Your timer for 30 minutes is up."
