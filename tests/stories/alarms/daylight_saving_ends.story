# name: and when the hour comes twice
home porch_house
at 2026-10-24 22:00
say ben "set an alarm for 6:30 am every day"
at 2026-10-25 06:29
expect no said
at 06:30
expect said "It is time."
say ben "stop"
expect said "Good morning."
