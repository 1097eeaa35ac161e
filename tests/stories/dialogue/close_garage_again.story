# name: close it, and again: the garage door
home family_house
at 19:00
say anna in garage "open the garage door"
expect command cover.garage_door position 100%
expect outcome done cover.garage_door within 30s
say anna in garage "close it"
expect command cover.garage_door position 0%
expect outcome done cover.garage_door within 30s
say anna in garage "again"
expect no command within 5s
