# name: súbele, bájale, échale
home guarded_house
at 19:00
say luis in living_room "bájale el volumen a la radio y quítale brillo a la lámpara de pie"
expect command media_player.radio volume 20
expect command light.floor_lamp brightness 40
say luis in living_room "me apaga la lámpara de pie y le baja a la radio por favor"
expect command light.floor_lamp on_off off
expect command media_player.radio volume 10
