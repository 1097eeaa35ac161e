# name: the garage opens for an adult who says so
home family_house
at 17:45
say anna in garage "open the garage door"
expect command cover.garage_door position 100%
expect outcome done cover.garage_door within 20s
