# name: two sentences in one breath
home family_house
at 19:00
say anna in kitchen "Turn on the counter light. Lock the back door."
expect command light.kitchen_counter on_off on
expect command lock.back_door lock locked
