# name: the room may stand anywhere in the sentence
home family_house
at 20:00
say anna in kitchen "in the bedroom the heating two degrees warmer"
expect command climate.bedroom target_temperature 20
after 1m
say anna in kitchen "put the radio on fifty percent in the living room"
expect command media_player.radio volume 50%
after 1m
say anna in kitchen "bring the lights in the study down to thirty percent"
expect command light.desk_lamp brightness 30%
expect command light.study_ceiling brightness 30%
