# name: the radio at a volume
home family_house
at 10:00
say ben "set the radio volume to 20%"
expect command media_player.radio volume 20%
expect outcome done media_player.radio
