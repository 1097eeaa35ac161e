# name: a temperature for the room of who asks
home family_house
at 06:45
say ben "set the temperature to 21 degrees"
expect command climate.living_room target_temperature 21
expect outcome done climate.living_room
