# name: the same for another door is asked about
home family_house
at 19:00
say anna in hallway "unlock the front door"
expect command lock.front_door lock unlocked
expect outcome done lock.front_door
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say anna in hallway "unlock the front door"
expect command lock.front_door lock unlocked
expect outcome done lock.front_door
say anna in hallway "and the back door"
expect ask /unlock the back door/
expect no command lock.back_door within 5s
