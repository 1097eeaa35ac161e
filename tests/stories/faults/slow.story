# name: a slow lamp is waited for
home family_house
at 19:00
fault light.hallway delay 3s
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect no said within 2s
expect outcome done light.hallway
expect said "Turned on the hallway light."
