# name: to cancel tomorrow's leaves the other days as they are
home porch_house
at 2026-03-04 20:00
say ben "set an alarm for 6:30 am every day"
say ben "cancel the alarm tomorrow"
expect said "The alarm at half past six tomorrow morning is left out."
expect promise alarm
at 2026-03-05 06:31
expect no said
at 2026-03-06 06:30
expect said "It is time."
say ben "stop"
expect promise alarm
