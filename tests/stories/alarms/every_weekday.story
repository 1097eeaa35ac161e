# name: every weekday, and skipped once
home porch_house
at 2026-03-02 22:00
say ben "set an alarm for 6:30 am every weekday"
expect said /Alarm set: every weekday at half past six in the morning/
at 2026-03-03 06:30
expect said "It is time."
say ben "stop"
expect promise alarm
say ben "skip the next alarm"
expect said "The alarm at half past six tomorrow morning is left out."
at 2026-03-04 06:31
expect no said
at 2026-03-05 06:30
expect said "It is time."
say ben "stop"
at 2026-03-06 06:30
expect said "It is time."
say ben "stop"
expect said "Good morning."
at 2026-03-07 06:31
expect no said
