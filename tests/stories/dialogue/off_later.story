# name: it goes off later, and only then
home family_house
at 19:00
say anna in kitchen "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
say anna in kitchen "okay, and turn it off again at eight"
expect promise errand
expect no command within 5s
at 20:00
expect command light.kitchen_counter on_off off
