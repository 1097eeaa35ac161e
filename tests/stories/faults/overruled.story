# name: a newer wish overrules the older, and is what the lamp does in the end
home family_house
at 19:00
fault light.hallway delay 4s
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
after 1s
say anna in hallway "turn off the hallway light"
expect outcome interrupted light.hallway
expect command light.hallway on_off off
expect device light.hallway on_off off within 10s
