# name: the value is told, the room is the speaker's
home family_house
at 19:00
say ben in living_room "set the temperature to 21 degrees"
expect command climate.living_room target_temperature 21
expect said "Temperature set to 21 degrees"
