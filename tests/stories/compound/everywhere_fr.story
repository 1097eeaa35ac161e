# name: partout
home guarded_house
at 19:00
say claire in garage "lumières éteintes partout et machine à café en marche"
expect any commands
expect command light.floor_lamp on_off off
expect command switch.coffee on_off on
