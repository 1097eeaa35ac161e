# name: a timer over the night when the clocks change
home family_house
at 2026-03-29 01:30
say anna "set a timer for 1 hour"
expect timer left 1h
after 59m
expect no said
after 1m
expect said "Your timer for 1 hour is up."
