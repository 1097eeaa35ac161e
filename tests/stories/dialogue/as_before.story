# name: back as it was
home family_house
at 19:00
say ben in living_room "set the floor lamp to 20 percent"
expect command light.floor_lamp brightness 20%
expect outcome done light.floor_lamp
say ben in living_room "put it back how it was"
expect command light.floor_lamp brightness 60%
