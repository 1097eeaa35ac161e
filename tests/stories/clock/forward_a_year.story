# name: a timer does not ring because the clock was set forward a year
home family_house
at 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
after 4m
clock step +1y
expect no said
expect timer left 6m
after 6m
expect said "Your timer for 10 minutes is up."
