# name: halfway
home family_house
at 19:00
say ben in living_room "close the living room blinds"
expect command cover.living_room_blinds position 0%
expect outcome done cover.living_room_blinds
say ben in living_room "halfway"
expect command cover.living_room_blinds position 50%
