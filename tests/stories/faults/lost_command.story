# name: a lamp that never answers is reported, not taken for done
home family_house
at 21:00
fault light.hallway lose
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect outcome failed light.hallway within 30s
expect said /told the hallway light, but got no sign/
why not /hallway light/
