# name: too much heat is asked about, however it is said
home family_house
at 19:00
say ben in living_room "set the temperature to 26 degrees"
expect command climate.living_room target_temperature 26
expect outcome done climate.living_room
say ben in living_room "warmer"
expect ask /./
expect no command climate.living_room within 5s
