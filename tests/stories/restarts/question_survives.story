# name: an open question outlives a restart
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
restart for 5s
say mia "the right lamp"
expect command light.right on_off on
