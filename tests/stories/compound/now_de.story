# name: jetzt gleich ist keine Zeit, die vergangen ist
home guarded_house
at 19:00
say jonas in living_room "Schalte das Radio in zehn Minuten aus und die Stehlampe jetzt gleich."
expect command light.floor_lamp on_off off
expect promise errand
expect command media_player.radio on_off off within 11m
