# name: a full disk does not keep anybody in the dark
home family_house
at 19:00
disk full
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
disk ok
after 1m
say anna in hallway "turn off the hallway light"
expect command light.hallway on_off off
