# name: two lamps of one name: the house asks
home flat
at 19:00
say mia "turn on the lamp"
expect ask /^Which one: the left lamp or the right lamp\?$/
expect no command
say mia "the right lamp"
expect command light.right on_off on
expect said "Turned on the right lamp."
