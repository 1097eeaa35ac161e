# name: what was off already is not off because of a later wish
home family_house
light.hallway on_off on
at 19:00
light.hallway on_off off
expect changed light.hallway by by_hand
after 1m
say anna in hallway "turn off the hallway light"
expect outcome done light.hallway
after 1m
say anna in hallway "why is the hallway light off"
expect said /by hand/
