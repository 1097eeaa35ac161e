# name: nor that it was set forward
home family_house
at 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
clock step +1h
expect no said
expect timer left 10m
after 10m
expect said "Your timer for 10 minutes is up."
