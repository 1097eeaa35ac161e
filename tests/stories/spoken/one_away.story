# name: a lamp that cannot be reached is said, so not all the lights were turned on
home family_house
at 19:00
fault light.kitchen_counter away
say anna "turn on the lights"
expect command light.kitchen_ceiling on_off on
expect said /kitchen ceiling light.*counter light/
