# name: undo takes both back
home family_house
at 19:00
say anna in kitchen "turn on the counter light and the hallway light"
expect command light.kitchen_counter on_off on
expect command light.hallway on_off on
expect outcome done light.kitchen_counter
expect outcome done light.hallway
undo
expect command light.kitchen_counter on_off off
expect command light.hallway on_off off
