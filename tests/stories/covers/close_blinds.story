# name: blinds close and say so when they are down
home family_house
at 20:00
fault cover.living_room_blinds delay 20s
say ben "close the living room blinds"
expect command cover.living_room_blinds position 0
expect no said within 10s
expect outcome done cover.living_room_blinds within 30s
expect said "Closed the living room blinds."
