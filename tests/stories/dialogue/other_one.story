# name: the other one
home flat
at 19:00
say mia in living_room "turn on the left lamp"
expect command light.left on_off on
say mia in living_room "and the other one"
expect command light.right on_off on
