# name: the reply tells how long, and the timer outlives a crash
home family_house
at 18:00
say anna "set a timer for 5 minutes"
expect timer left 5m
expect said "Timer set for 5 minutes"
kill for 1m
after 4m
expect said "Your timer for 5 minutes is up."
