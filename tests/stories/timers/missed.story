# name: a timer that was up while the house was off is told late
home family_house
at 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
after 2m
kill for 20m
expect said /was up 12 minutes ago/
expect no timer
