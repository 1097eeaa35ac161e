# name: a door that is locked stays so
home family_house
at 22:30
lock.front_door lock unlocked
lock.front_door lock locked
after 1m
say ben "lock the front door"
expect outcome done lock.front_door
expect no command within 5s
