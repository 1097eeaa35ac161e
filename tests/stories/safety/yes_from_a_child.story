# name: a child's yes does not open what a parent asked about
home family_house
at 22:30
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say anna in hallway "undo that"
expect ask /unlock the back door/
say tim in hallway "yes"
expect decline "I'm sorry, you are not allowed to ask for that."
expect no command within 5s
