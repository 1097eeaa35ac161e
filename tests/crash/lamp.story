# name: two lamps, one of them slow
home flat
fault light.left delay 2s
say mia "turn on the left lamp"
expect command light.left on_off on
say mia "set the right lamp to 30%"
expect command light.right brightness 30%
expect outcome done light.left
