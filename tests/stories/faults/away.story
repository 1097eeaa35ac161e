# name: a lamp that is off the air
home family_house
at 19:00
fault light.hallway away
say anna in hallway "turn on the hallway light"
expect said /can't reach the hallway light|could not reach|no sign/ within 20s
expect any commands
why not /hallway light/
