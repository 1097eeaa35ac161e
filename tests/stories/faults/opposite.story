# name: a lamp that does the opposite is not taken for done
home family_house
at 19:00
fault light.hallway opposite
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect outcome failed light.hallway
expect state light.hallway on_off off
