# name: which lights are on
home family_house
light.desk_lamp on_off on
at 23:00
say anna in bedroom "which lights are on"
expect said /floor lamp.*desk lamp|desk lamp.*floor lamp/
