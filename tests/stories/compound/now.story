# name: what is meant now is done now, beside what is put off
home family_house
at 19:00
say anna in living_room "radio off in ten minutes and the floor lamp off now"
expect command light.floor_lamp on_off off
expect promise errand
expect no command media_player.radio within 9m
expect command media_player.radio on_off off within 2m
