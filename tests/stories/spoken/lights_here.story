# name: what was done just as it was said is answered as Home Assistant does
home family_house
at 19:00
say anna "turn on the lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
expect said "Turned on the lights"
