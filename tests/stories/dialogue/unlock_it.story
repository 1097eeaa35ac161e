# name: unlocking one thing that was spoken of, in so many words
home family_house
at 19:00
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
expect outcome done lock.back_door
say anna in hallway "unlock it"
expect command lock.back_door lock unlocked
