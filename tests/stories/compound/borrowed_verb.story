# name: the second thing borrows the verb
home family_house
at 19:00
say anna in kitchen "turn on the counter light and the hallway light"
expect command light.kitchen_counter on_off on
expect command light.hallway on_off on
expect said "Turned on the counter light and the hallway light."
