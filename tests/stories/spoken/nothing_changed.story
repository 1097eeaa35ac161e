# name: where nothing had to be done, the package's words are not said
home family_house
at 19:00
say ben in living_room "set the temperature to 20 degrees"
expect command climate.living_room target_temperature 20
expect said "Set the living room thermostat to 20 degrees."
