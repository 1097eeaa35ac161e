# name: who did it: a hand, not the house
home family_house
at 19:00
light.hallway on_off on
expect changed light.hallway by by_hand
after 1m
say anna in hallway "why is the hallway light on"
expect said /not me.*by hand|by hand/
