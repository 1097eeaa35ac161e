# name: all blinds of the home close, wherever it was said
home family_house
at 20:00
say ben "close all the blinds"
expect command cover.living_room_blinds position 0
