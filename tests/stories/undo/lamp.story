# name: undo turns the lamp off again
home family_house
at 19:00
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
undo
expect command light.kitchen_counter on_off off
expect outcome done light.kitchen_counter
