# name: nor does tomorrow morning mean all of them
home porch_house
at 2026-03-04 20:00
say ben "set an alarm for 6:30 am every day"
say ben "cancel the alarm tomorrow morning"
expect said "The alarm at half past six tomorrow morning is left out."
expect promise alarm
