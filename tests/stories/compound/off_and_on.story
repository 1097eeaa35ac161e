# name: off here and on there
home family_house
at 19:00
say anna in kitchen "turn on the counter light and turn off the floor lamp"
expect command light.kitchen_counter on_off on
expect command light.floor_lamp on_off off
say anna in kitchen "turn off the counter light and turn on the floor lamp"
expect command light.kitchen_counter on_off off
expect command light.floor_lamp on_off on
