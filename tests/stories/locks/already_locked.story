# name: a door that is locked stays so
home family_house
at 22:30
say ben "lock the front door"
expect outcome done lock.front_door
expect no command within 5s
