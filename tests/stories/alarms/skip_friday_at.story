# name: also where its hour is said
home porch_house
at 2026-03-04 20:00
say ben "set an alarm for 7 am every day"
say ben "skip the alarm on Friday at 7 am"
expect said "The alarm at seven on Friday morning is left out."
at 2026-03-05 07:00
expect said "It is time."
say ben "stop"
at 2026-03-06 07:01
expect no said
