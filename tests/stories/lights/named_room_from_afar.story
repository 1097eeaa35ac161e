# name: a named room counts, not where the speaker is
home family_house
at 18:00
say anna in bedroom "turn on the kitchen lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
