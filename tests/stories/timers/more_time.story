# name: more time for a timer
home family_house
at 18:00
say anna "set a timer for 10 minutes"
after 4m
say anna "add 5 minutes to the timer"
expect timer left 11m
after 11m
expect said /is up/
