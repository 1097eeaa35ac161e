# name: auch, aussi, también
home guarded_house
at 19:00
say jonas in kitchen "Radio aus, Stehlampe auch"
expect command media_player.radio on_off off
expect command light.floor_lamp on_off off
say claire in kitchen "allume le plafonnier et la machine à café aussi"
expect command light.ceiling on_off on
expect command switch.coffee on_off on
say luis in kitchen "apaga la luz del techo y la cafetera también"
expect command light.ceiling on_off off
expect command switch.coffee on_off off
