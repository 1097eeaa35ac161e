# name: why asks of what was done here, not elsewhere
home family_house
at 19:00
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
say ben "turn off the floor lamp"
expect command light.floor_lamp on_off off
expect outcome done light.floor_lamp
say anna in kitchen "why did you do that"
expect said /turn on the counter light/
