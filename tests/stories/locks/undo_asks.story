# name: taking a lock back is unlocking, and is asked first
home family_house
at 22:30
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
undo
expect ask /unlock the back door/ choices "yes" "no"
expect no command within 5s
say anna in hallway "yes"
expect command lock.back_door lock unlocked
