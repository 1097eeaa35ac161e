# name: both doors: locked in one word, unlocked only after a yes
home two_locks
at 19:00
say mia in hallway "unlock the street door"
expect command lock.street lock unlocked
expect outcome done lock.street
say mia in hallway "lock it again"
expect command lock.street lock locked
expect outcome done lock.street
say mia in hallway "unlock both"
expect ask /./
expect no command lock.garden within 5s
