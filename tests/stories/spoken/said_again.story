# name: what was said is said again, word by word
home family_house
at 19:00
say anna "turn on the lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
expect said "Turned on the lights"
say anna "what did you say"
expect said "Turned on the lights"
