# name: no, the other one
home flat
at 19:00
say mia in living_room "turn on the left lamp"
expect command light.left on_off on
expect outcome done light.left
say mia in living_room "no, the other one"
expect command light.left on_off off
expect command light.right on_off on
