# name: a guest's "it" opens nothing
home family_house
at 19:00
say greta in hallway "is the front door locked"
expect said /./
say greta in hallway "unlock it"
expect decline
expect no command lock.front_door within 5s
