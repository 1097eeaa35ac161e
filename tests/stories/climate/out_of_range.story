# name: a temperature that the thermostat does not know is refused with its range
home family_house
at 06:45
say ben "set the living room thermostat to 45 degrees"
expect decline /out of range for the living room thermostat/
expect no command within 5s
