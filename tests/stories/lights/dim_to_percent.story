# name: all lights of a room are dimmed to a percentage
home family_house
at 20:15
say ben "dim the living room lights to 40 percent"
expect command light.floor_lamp brightness 40%
expect command light.reading_lamp brightness 40%
expect outcome done light.floor_lamp
expect outcome done light.reading_lamp
undo
expect command light.floor_lamp brightness 60%
expect any commands
