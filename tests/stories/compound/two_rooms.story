# name: two rooms in one sentence
home family_house
at 19:00
say anna in kitchen "turn on the counter light and turn off the floor lamp"
expect command light.kitchen_counter on_off on
expect command light.floor_lamp on_off off
