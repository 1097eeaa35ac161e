# name: the answer is remembered and not asked again
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
say mia "the left one"
expect command light.left on_off on
expect outcome done light.left
light.left on_off off
after 1h
say mia "turn on the lamp"
expect command light.left on_off on
expect no command light.right within 5s
why /the last time I asked|you meant/
