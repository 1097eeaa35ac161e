# name: with one lock in the home, "the door" is enough to lock it
home flat
at 22:00
lock.door lock unlocked
after 1m
say mia "lock the door"
expect command lock.door lock locked
expect outcome done lock.door
