# name: undo brings the brightness back
home family_house
at 19:00
say ben "set the floor lamp to 10%"
expect command light.floor_lamp brightness 10%
expect outcome done light.floor_lamp
undo
expect command light.floor_lamp brightness 60%
expect state light.floor_lamp brightness 60%
