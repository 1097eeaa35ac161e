# name: where the first command is closed, a later time is that of the second
home guarded_house
at 19:00
say anna in kitchen "turn the floor lamp off and the radio in ten minutes"
expect command light.floor_lamp on_off off
expect promise errand
expect command media_player.radio on_off off within 11m
