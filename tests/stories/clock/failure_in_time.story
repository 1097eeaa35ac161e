# name: a lamp that never answers fails in time when the clock was set back
home family_house
at 18:00
fault light.hallway lose
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
clock step -1h
expect outcome failed light.hallway within 6s
expect said /got no sign/
