# name: everything here is not everything in the house
home family_house
at 20:00
say ben in living_room "turn everything off in here"
expect command light.floor_lamp on_off off
expect any commands
expect no command climate.bedroom
expect no command light.hallway
