# name: an answer, then the other one
home flat
at 19:00
say mia in living_room "turn on the lamp"
expect ask /Which one/
say mia in living_room "the left one"
expect command light.left on_off on
say mia in living_room "and the other one"
expect command light.right on_off on
