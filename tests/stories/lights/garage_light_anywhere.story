# name: every light of the house, when that is said
home family_house
light.garage on_off on
light.desk_lamp on_off on
at 23:00
say anna in hallway "turn off all the lights in the house"
expect any commands
expect command light.garage on_off off
expect command light.desk_lamp on_off off
expect command light.floor_lamp on_off off
