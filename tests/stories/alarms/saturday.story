# name: the one on Saturday is not the one on weekdays
home porch_house
at 2026-03-02 20:00
say ben "set an alarm for 7 am every weekday"
say ben "set an alarm for 7 am on Saturday"
say ben "cancel the alarm on Saturday at seven"
expect said "Cancelled the alarm at seven on Saturday morning."
expect promise alarm
say ben "cancel the alarm on Saturday at seven"
expect decline "There is no such alarm."
at 2026-03-03 07:00
expect said "It is time."
say ben "stop"
expect promise alarm
