# name: which of many are not as asked is said by name
home family_house
at 19:00
say anna in bedroom "are all the lights off in the living room"
expect said "No, floor lamp is not off"
