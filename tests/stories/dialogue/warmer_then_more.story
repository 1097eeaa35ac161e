# name: more of the same, in colour as in light, and back
home family_house
at 19:00
say ben in living_room "set the floor lamp to 40 percent"
expect command light.floor_lamp brightness 40%
expect outcome done light.floor_lamp
say ben in living_room "colder"
expect command light.floor_lamp color_temperature 3200
expect outcome done light.floor_lamp
say ben in living_room "a bit more"
expect command light.floor_lamp color_temperature 3700
expect outcome done light.floor_lamp
say ben in living_room "too much"
expect command light.floor_lamp color_temperature 3200
