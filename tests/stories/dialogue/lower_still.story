# name: what was lowered to half goes on down, and all the way
home family_house
at 19:00
say ben in living_room "lower the blinds halfway"
expect command cover.living_room_blinds position 50%
expect outcome done cover.living_room_blinds within 30s
say ben in living_room "a bit more"
expect command cover.living_room_blinds position 30%
expect outcome done cover.living_room_blinds within 30s
say ben in living_room "all the way"
expect command cover.living_room_blinds position 0%
expect outcome done cover.living_room_blinds within 30s
say ben in living_room "not all the way"
expect command cover.living_room_blinds position 20%
