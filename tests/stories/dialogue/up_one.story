# name: up one is a step like the one before, not one percent
home family_house
at 19:00
say ben in living_room "turn the radio up"
expect command media_player.radio volume 40%
expect outcome done media_player.radio
say ben in living_room "ok that's too much, back down one"
expect command media_player.radio volume 30%
