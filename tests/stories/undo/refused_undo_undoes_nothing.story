# name: an undo that was refused took nothing back
home family_house
at 22:30
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say tim in hallway "undo that"
expect decline "I'm sorry, you are not allowed to ask for that."
say anna in hallway "undo that"
expect ask /unlock the back door/
