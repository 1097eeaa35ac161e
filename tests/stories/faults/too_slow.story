# name: a lamp that answers too late has failed by then
home family_house
at 19:00
fault light.hallway delay 30s
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect outcome failed light.hallway
expect said /got no sign/
after 1m
expect state light.hallway on_off on
