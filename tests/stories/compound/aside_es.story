# name: por qué se quiere no es una orden
home guarded_house
at 19:00
say luis in living_room "venga, sube la persiana y apaga la lámpara de pie, que nos vamos"
expect command cover.blinds position 100
expect command light.floor_lamp on_off off
say luis in living_room "baja la persiana que hace frío y enciende la cafetera, ¿sí?"
expect command cover.blinds position 0
expect command switch.coffee on_off on
