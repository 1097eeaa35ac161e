# name: a lamp that reports twice did it once
home family_house
at 19:00
fault light.hallway repeat
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect outcome done light.hallway
expect no outcome done light.hallway
expect said "Turned on the hallway light."
expect no said within 10s
