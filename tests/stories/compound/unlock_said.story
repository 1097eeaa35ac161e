# name: unlocking in so many words, beside a lamp
home family_house
at 19:00
say anna in hallway "turn on the hallway light and unlock the front door"
expect command light.hallway on_off on
expect command lock.front_door lock unlocked
