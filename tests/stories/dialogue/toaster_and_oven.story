# name: two things in one follow-up
home family_house
at 19:00
say anna in kitchen "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
say anna in kitchen "the hallway light and the night light too"
expect command light.hallway on_off on
expect command light.nursery on_off on
