# name: another number
home family_house
at 19:00
say ben in living_room "set the temperature to 21 degrees"
expect command climate.living_room target_temperature 21
expect outcome done climate.living_room
say ben in living_room "make it 19"
expect command climate.living_room target_temperature 19
