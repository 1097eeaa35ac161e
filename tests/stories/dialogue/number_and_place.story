# name: a value and its place
home family_house
at 19:00
say ben in living_room "set the thermostat to 21 degrees"
expect command climate.living_room target_temperature 21
expect outcome done climate.living_room
say ben in living_room "and 19 in the bedroom"
expect command climate.bedroom target_temperature 19
