# name: warmer by two, a room to a degree
home family_house
at 10:00
say anna in living_room "turn the heating up two degrees"
expect command climate.living_room target_temperature 22
after 1m
say anna in living_room "set the bedroom to 19 degrees"
expect command climate.bedroom target_temperature 19
after 1m
say anna in living_room "cooler in here"
expect command climate.living_room target_temperature 21
