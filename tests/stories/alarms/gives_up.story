# name: after ten times it gives up
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
expect any commands
at 2026-03-03 06:30
expect said "It is time."
at 06:45
expect no promise alarm
expect any said
expect no said within 30m
