# name: warmer light is less kelvin
home family_house
at 19:00
say ben in living_room "set the floor lamp to 40 percent"
expect command light.floor_lamp brightness 40%
expect outcome done light.floor_lamp
say ben in living_room "warmer"
expect command light.floor_lamp color_temperature 2200
