# name: who has blinds may well call them shutters
home family_house
at 20:00
say ben "close the shutters"
expect command cover.living_room_blinds position 0%
