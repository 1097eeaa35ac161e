# name: undo works after a restart
home family_house
at 19:00
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
restart for 1m
undo
expect command light.kitchen_counter on_off off
