# name: a lamp that does but never says so
home family_house
at 19:00
fault light.hallway silent
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect outcome failed light.hallway
expect device light.hallway on_off on
expect said /got no sign/
