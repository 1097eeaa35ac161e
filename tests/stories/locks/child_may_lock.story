# name: a child may lock but not unlock
home family_house
at 16:00
say tim "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say tim "unlock the back door"
expect decline "I'm sorry, you are not allowed to ask for that."
expect no command within 10s
expect device lock.back_door lock locked
