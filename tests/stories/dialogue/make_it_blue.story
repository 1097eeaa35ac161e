# name: a colour
home family_house
at 19:00
say ben in living_room "set the floor lamp to red"
expect command light.floor_lamp color "#ff0000"
expect outcome done light.floor_lamp
say ben in living_room "make it blue"
expect command light.floor_lamp color "#0000ff"
