# name: a question does not stay open because the clock was set back
home family_house
at 22:30
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say anna in hallway "undo that"
expect ask /unlock the back door/
clock step -1y
after 10m
say anna in hallway "yes"
expect decline "There is nothing that I asked."
expect no command within 5s
