# name: on a full disk an earlier promise can neither be taken back nor forgotten
home family_house
at 19:00
say anna "set a timer for 5 minutes"
expect said "Timer set for 5 minutes"
after 1m
disk full
say anna "add ten minutes to the timer"
expect decline /no way to write it down/
expect timer left 4m
say anna "cancel the timer"
expect decline /no way to write it down/
expect timer left 4m
after 4m
expect said "Your timer for 5 minutes is up."
expect no timer
