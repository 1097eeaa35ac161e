# name: "first" names a floor here, and opens a sentence there
home family_house
at 19:00
say anna in kitchen "turn on the counter light and turn on the first floor lights"
expect any commands
expect command light.kitchen_counter on_off on
say anna in kitchen "first turn off the counter light and then turn on the hallway light"
expect command light.kitchen_counter on_off off
expect command light.hallway on_off on
