# name: a report from hours ago does not make a command needless
home family_house
at 19:00
light.hallway on_off on
fault light.hallway silent
after 3h
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
