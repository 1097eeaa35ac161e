# name: an adult who says so unlocks the door
home family_house
at 17:30
say anna in hallway "unlock the front door"
expect command lock.front_door lock unlocked
expect said "Unlocked the front door."
