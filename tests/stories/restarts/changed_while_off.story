# name: what changed while the house was off is known afterwards
home family_house
at 19:00
restart for 1m
light.hallway on_off on
restart
say anna in hallway "is the hallway light on"
expect said "Yes, the hallway light is on."
