# name: what was learned outlives kill -9
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
say mia "the left lamp"
expect command light.left on_off on
expect outcome done light.left
kill for 1h
light.left on_off off
say mia "turn on the lamp"
expect command light.left on_off on
