# name: en toda la casa
home guarded_house
at 19:00
say luis in garage "luces apagadas en toda la casa y enciende la cafetera"
expect any commands
expect command light.floor_lamp on_off off
expect command switch.coffee on_off on
