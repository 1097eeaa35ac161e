# name: the same in another room
home family_house
at 19:00
say anna in kitchen "turn on the kitchen lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
say anna in kitchen "and in the hallway?"
expect command light.hallway on_off on
