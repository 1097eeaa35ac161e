# name: a child may have the lamp but not the door
home family_house
at 19:00
say tim in hallway "turn on the hallway light and unlock the front door"
expect command light.hallway on_off on
expect no command lock.front_door within 5s
