# name: whether it is so now
home family_house
at 19:00
say ben in living_room "close the blinds"
expect command cover.living_room_blinds position 0%
expect outcome done cover.living_room_blinds within 30s
say ben in living_room "is it down now"
expect said /^Yes/
expect no command within 5s
