# name: a door is unlocked and locked again
home flat
fault lock.door delay 3s
say mia "unlock the flat door"
expect command lock.door lock unlocked
expect outcome done lock.door
say mia "lock the flat door"
expect command lock.door lock locked
expect outcome done lock.door
