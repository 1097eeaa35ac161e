# name: a newer wish overrules the older
home family_house
at 19:00
fault light.hallway delay 4s
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
after 1s
say anna in hallway "turn off the hallway light"
expect outcome interrupted light.hallway
expect any commands
