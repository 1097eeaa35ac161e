# name: a lamp is turned on by its name
home family_house
at 19:00
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect said "Turned on the counter light."
expect state light.kitchen_counter on_off on
why /you said "turn on the counter light"/
