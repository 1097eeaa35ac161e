# name: a door that cannot deliver is told at once
home family_house
at 19:00
fault light.hallway refuse
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect outcome refused light.hallway within 1s
expect said "I could not reach the hallway light."
why not /hallway light/
