# name: a time behind all is the time of all that share the verb
home guarded_house
at 19:00
say anna in kitchen "turn off the floor lamp and the radio in ten minutes"
expect promise errand
expect no command light.floor_lamp within 9m
expect command light.floor_lamp on_off off within 2m
expect command media_player.radio on_off off within 1m
