# name: each ring is louder, and the volume goes back
home porch_house
at 2026-03-02 22:00
say ben "set an alarm for 6:30 am"
at 2026-03-03 06:30
expect said "It is time."
at 06:31
expect command media_player.radio volume 35
at 06:32
expect command media_player.radio volume 50
say ben "i'm awake"
expect command media_player.radio volume 20
expect said "Good morning."
