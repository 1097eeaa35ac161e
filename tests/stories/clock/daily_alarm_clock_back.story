# name: a clock set back a day does not lose a daily alarm
home porch_house
at 2026-03-02 22:00
say ben "set an alarm for 6:30 am every day"
clock step -2d
after 1m
at 2026-03-01 06:30
expect said "It is time."
say ben "stop"
expect said "Good morning."
