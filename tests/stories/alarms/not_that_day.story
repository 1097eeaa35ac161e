# name: an hour without a day may be any day's, with a day it is that one's
home porch_house
at 2026-03-06 20:00
say ben "set an alarm for 7 am on Sunday"
say ben "cancel the alarm tomorrow at seven"
expect decline "There is no such alarm."
expect promise alarm
say ben "cancel the alarm at seven"
expect no promise alarm
