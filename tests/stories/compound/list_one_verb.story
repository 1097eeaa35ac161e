# name: one verb for three things, before them or behind
home family_house
at 19:00
say anna in living_room "Switch off the radio, the floor lamp and the hallway light."
expect command media_player.radio on_off off
expect command light.floor_lamp on_off off
expect command light.hallway on_off off
say anna in living_room "floor lamp, reading lamp and hallway light on"
expect command light.floor_lamp on_off on
expect command light.reading_lamp on_off on
expect command light.hallway on_off on
say anna in living_room "Turn the floor lamp and the reading lamp off, and the hallway light."
expect command light.floor_lamp on_off off
expect command light.reading_lamp on_off off
expect command light.hallway on_off off
