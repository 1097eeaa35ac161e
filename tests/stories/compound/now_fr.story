# name: tout de suite, et plus tard
home guarded_house
at 19:00
say claire in living_room "Éteins la radio dans trente minutes et le lampadaire tout de suite."
expect command light.floor_lamp on_off off
expect promise errand
expect command media_player.radio on_off off within 31m
