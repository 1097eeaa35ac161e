# name: two rooms share their lights
home family_house
at 19:00
say anna in kitchen "turn on the kitchen and bedroom lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
expect command light.bedside_left on_off on
expect command light.bedside_right on_off on
