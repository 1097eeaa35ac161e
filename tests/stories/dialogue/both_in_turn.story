# name: both is what was switched one after the other, in two rooms as well
home family_house
at 19:00
say anna in bedroom "turn on the desk lamp"
expect command light.desk_lamp on_off on
expect outcome done light.desk_lamp
say anna in bedroom "and the night light"
expect command light.nursery on_off on
expect outcome done light.nursery
say anna in bedroom "okay you can turn both off again"
expect command light.desk_lamp on_off off
expect command light.nursery on_off off
