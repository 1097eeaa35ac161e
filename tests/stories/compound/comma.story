# name: a comma is one too
home family_house
at 19:00
say anna in kitchen "turn on the counter light, turn on the hallway light"
expect command light.kitchen_counter on_off on
expect command light.hallway on_off on
