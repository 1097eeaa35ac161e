# name: what is on already needs no command
home family_house
at 19:00
light.floor_lamp on_off off
light.floor_lamp on_off on
after 1m
say ben "turn on the floor lamp"
expect outcome done light.floor_lamp
expect no command within 5s
expect said "Turned on the floor lamp."
