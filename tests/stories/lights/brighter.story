# name: brighter is twenty points above what the lamp shows
home family_house
at 19:30
say ben "make the floor lamp brighter"
expect command light.floor_lamp brightness 80%
expect outcome done light.floor_lamp
say ben "make the floor lamp brighter"
expect command light.floor_lamp brightness 100%
