# name: a question beside a command
home family_house
at 19:00
say anna in kitchen "turn on the counter light and turn on the hallway light"
expect command light.kitchen_counter on_off on
expect command light.hallway on_off on
say anna in kitchen "turn them off"
expect command light.kitchen_counter on_off off
expect command light.hallway on_off off
