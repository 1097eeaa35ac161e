# name: a timer of another length takes the place of the first
home family_house
at 18:00
say anna "set a timer for ten minutes"
expect timer left 10m
say anna "make it a quarter of an hour"
expect timer left 15m
after 15m
expect said /up/
