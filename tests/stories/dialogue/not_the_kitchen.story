# name: but not in the kitchen
home family_house
at 19:00
say anna in nursery "turn on the counter light and the night light"
expect command light.kitchen_counter on_off on
expect command light.nursery on_off on
expect outcome done light.nursery
say anna in nursery "but not in the kitchen"
expect command light.kitchen_counter on_off off
