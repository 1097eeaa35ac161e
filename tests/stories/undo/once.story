# name: undo does not undo itself
home family_house
at 19:00
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
undo
expect command light.kitchen_counter on_off off
expect outcome done light.kitchen_counter
undo
expect decline "There is nothing to undo."
