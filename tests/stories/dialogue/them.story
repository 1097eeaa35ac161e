# name: them are all of them
home family_house
at 19:00
say anna in kitchen "turn on the kitchen lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
say anna in kitchen "turn them off"
expect command light.kitchen_ceiling on_off off
expect command light.kitchen_counter on_off off
