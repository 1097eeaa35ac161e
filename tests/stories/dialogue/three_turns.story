# name: colour, lamp, and less
home family_house
at 19:00
say ben in living_room "set the floor lamp to red"
expect command light.floor_lamp color "#ff0000"
expect outcome done light.floor_lamp
say ben in living_room "brighter"
expect command light.floor_lamp brightness 80%
expect outcome done light.floor_lamp
say ben in living_room "a bit less"
expect command light.floor_lamp brightness 60%
expect outcome done light.floor_lamp
say ben in living_room "turn it off"
expect command light.floor_lamp on_off off
