# name: a list, a lamp, and the lamp taken back
home flat
say mia "add milk to the shopping list"
expect item "milk"
say mia "turn on the left lamp"
expect command light.left on_off on
expect outcome done light.left
undo
expect command light.left on_off off
