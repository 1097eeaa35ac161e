# name: a cancelled timer does not ring
home family_house
at 18:00
say anna "set a timer for 5 minutes"
expect timer left 5m
after 1m
say anna "cancel the timer"
expect said "Timer cancelled"
expect no timer
after 10m
expect no said
