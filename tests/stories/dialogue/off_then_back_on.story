# name: back on
home family_house
at 19:00
say ben in living_room "turn off the floor lamp"
expect command light.floor_lamp on_off off
expect outcome done light.floor_lamp
say ben in living_room "back on"
expect command light.floor_lamp on_off on
