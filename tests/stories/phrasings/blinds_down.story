# name: blinds go down, halfway, and up
home family_house
at 20:00
say ben "blinds down"
expect command cover.living_room_blinds position 0%
after 1m
say ben "living room blinds halfway"
expect command cover.living_room_blinds position 50%
after 1m
say ben "pull the blinds up"
expect command cover.living_room_blinds position 100%
