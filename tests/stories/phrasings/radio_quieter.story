# name: a player by its name
home family_house
at 20:00
say ben "turn down the radio a bit"
expect command media_player.radio volume 20
after 1m
say ben "radio to 15 percent"
expect command media_player.radio volume 15
after 1m
say ben "stop the radio"
expect command media_player.radio playback paused
