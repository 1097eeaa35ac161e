# name: half past six is half past six on the Sunday too
home porch_house
at 2026-03-28 22:00
say ben "set an alarm for 6:30 am every day"
expect any commands
at 2026-03-29 06:29
expect no said
at 06:30
expect said "It is time."
say ben "stop"
at 2026-03-30 06:30
expect said "It is time."
say ben "stop"
expect said "Good morning."
