# name: louder
home family_house
at 19:00
say ben in living_room "set the radio volume to 20%"
expect command media_player.radio volume 20%
expect outcome done media_player.radio
say ben in living_room "louder"
expect command media_player.radio volume 30%
