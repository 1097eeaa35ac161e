# name: a lamp is waited for as long as ever when the clock jumps
home family_house
at 18:00
fault light.hallway delay 3s
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
clock step -1h
expect outcome done light.hallway within 5s
