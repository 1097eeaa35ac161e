# name: crank it, knock it, drop it
home family_house
at 20:00
say ben in living_room "knock the heating up a couple of degrees"
expect command climate.living_room target_temperature 22
after 1m
say ben in living_room "drop the heat to 18"
expect command climate.living_room target_temperature 18
after 1m
say ben in living_room "floor lamp up full"
expect command light.floor_lamp brightness 100%
after 1m
say ben in living_room "radio down a touch"
expect command media_player.radio volume 20%
after 1m
# what opens the house needs its verb
say ben in living_room "knock the front door"
expect no command
