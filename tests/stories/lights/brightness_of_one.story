# name: the brightness of one lamp
home family_house
at 19:30
say anna in study "set the desk lamp to 25%"
expect command light.desk_lamp brightness 25%
expect outcome done light.desk_lamp
expect state light.desk_lamp on_off on
