# name: which door was meant last time does not open it this time
home two_locks
at 19:00
say mia "unlock the door"
expect ask /Which one/
say mia "the garden door"
expect command lock.garden lock unlocked
expect outcome done lock.garden
say mia "lock the garden door"
expect command lock.garden lock locked
expect outcome done lock.garden
say mia "unlock the door"
expect ask /unlock the garden door/
expect no command within 5s
say mia "yes"
expect command lock.garden lock unlocked
