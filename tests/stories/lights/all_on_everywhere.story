# name: "all the lights" are those of the whole home, on as well as off
home flat
at 19:00
say mia "turn on all the lights"
expect command light.left on_off on
expect command light.right on_off on
expect outcome done light.left
say mia "turn all the lights off"
expect command light.left on_off off
expect command light.right on_off off
