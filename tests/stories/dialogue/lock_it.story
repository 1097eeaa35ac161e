# name: locking needs no questions
home family_house
at 19:00
say anna in hallway "is the back door locked"
expect said /./
say anna in hallway "lock it"
expect command lock.back_door lock locked
