# name: a cover goes to a position
home family_house
at 13:00
say ben "set the living room blinds to 50%"
expect command cover.living_room_blinds position 50%
expect outcome done cover.living_room_blinds
