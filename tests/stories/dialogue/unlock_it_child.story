# name: a child may not
home family_house
at 19:00
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say tim in hallway "unlock it"
expect decline
expect no command lock.back_door within 5s
