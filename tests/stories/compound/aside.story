# name: why somebody wants it is no command
home guarded_house
at 19:00
say anna in living_room "open the blinds and turn off the floor lamp, it's much too bright"
expect command cover.blinds position 100
expect command light.floor_lamp on_off off
say anna in living_room "we're watching a film so close the blinds"
expect command cover.blinds position 0
after 10s
say anna in living_room "turn on the floor lamp because I can't see anything"
expect command light.floor_lamp on_off on
expect any commands
