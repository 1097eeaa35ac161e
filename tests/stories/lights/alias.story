# name: an alias is as good as the name
home family_house
at 19:00
say anna "turn on the big light"
expect command light.kitchen_ceiling on_off on
expect said "Turned on the kitchen ceiling light."
