# name: unlock it, and lock it again: the act was said, and one thing is meant
home family_house
at 19:00
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say anna in hallway "unlock it again"
expect command lock.back_door lock unlocked
expect outcome done lock.back_door
say anna in hallway "lock it back up"
expect command lock.back_door lock locked
