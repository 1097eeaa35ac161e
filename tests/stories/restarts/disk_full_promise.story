# name: a promise that cannot be kept is not made, and is refused aloud
home family_house
at 19:00
disk full
say anna "set a timer for 5 minutes"
expect decline /no way to write it down/
expect no timer
expect no said within 6m
disk ok
say anna "set a timer for 5 minutes"
expect said "Timer set for 5 minutes"
restart for 1m
after 4m
expect said "Your timer for 5 minutes is up."
