# name: a timer over the night when an hour comes twice
home family_house
at 2026-10-25 01:30
say anna "set a timer for 2 hours"
expect timer left 2h
after 119m
expect no said
after 1m
expect said "Your timer for 2 hours is up."
