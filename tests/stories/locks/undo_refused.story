# name: and a no leaves it locked
home family_house
at 22:30
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
undo
expect ask /unlock the back door/
say anna in hallway "no"
expect decline "All right, I won't."
expect no command within 10s
