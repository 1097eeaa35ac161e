# name: a lost command is sent again, once
home family_house
at 19:00
fault light.hallway lose
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
fault light.hallway ok
kill for 1s
expect command light.hallway on_off on
expect outcome done light.hallway
