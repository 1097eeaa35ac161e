# name: the full name of a choice is the answer, though a name alone would also turn a thing on
home flat
light.right on_off on
light.left on_off on
at 19:00
say mia "turn off the lamp"
expect ask /^Which one: the left lamp or the right lamp\?$/
say mia "the right lamp"
expect command light.right on_off off
expect said "Turned off the right lamp."
