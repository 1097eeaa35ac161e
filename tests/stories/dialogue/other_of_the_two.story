# name: the other one of the two that were switched, not of all in the room
home family_house
at 19:00
say anna in bedroom "turn on the desk lamp and the night light"
expect command light.desk_lamp on_off on
expect command light.nursery on_off on
expect outcome done light.nursery
say anna in bedroom "turn off the night light"
expect command light.nursery on_off off
expect outcome done light.nursery
say anna in bedroom "the other one too"
expect command light.desk_lamp on_off off
