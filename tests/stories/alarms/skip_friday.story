# name: of a daily alarm the day that was named is left out
home porch_house
at 2026-03-04 20:00
say ben "set an alarm for 6:30 am every day"
say ben "skip the alarm on Friday"
expect said "The alarm at half past six on Friday morning is left out."
at 2026-03-05 06:30
expect said "It is time."
say ben "stop"
at 2026-03-06 06:31
expect no said
at 2026-03-07 06:30
expect said "It is time."
say ben "stop"
expect promise alarm
