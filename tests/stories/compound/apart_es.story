# name: en español, nada entre las órdenes
home guarded_house
at 19:00
say luis in living_room "apaga la lámpara de pie sube la persiana y enciende la cafetera"
expect command light.floor_lamp on_off off
expect command cover.blinds position 100
expect command switch.coffee on_off on
