# name: no, the back door: locking is not undone by unlocking
home family_house
at 19:00
say anna in hallway "lock the front door"
expect command lock.front_door lock locked
expect outcome done lock.front_door
say anna in hallway "no, the back door"
expect command lock.back_door lock locked
expect no command lock.front_door within 5s
