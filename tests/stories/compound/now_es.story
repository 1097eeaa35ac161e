# name: ahora, y más tarde
home guarded_house
at 19:00
say luis in living_room "apaga la radio en media hora y la lámpara de pie ahora"
expect command light.floor_lamp on_off off
expect promise errand
expect command media_player.radio on_off off within 31m
