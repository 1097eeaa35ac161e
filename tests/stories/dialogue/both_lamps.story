# name: both: the one that was spoken of, and the only other one
home family_house
at 19:00
say anna in bedroom "turn on the left bedside lamp"
expect command light.bedside_left on_off on
expect outcome done light.bedside_left
say anna in bedroom "and the right one"
expect command light.bedside_right on_off on
expect outcome done light.bedside_right
say anna in bedroom "turn both off"
expect command light.bedside_left on_off off
expect command light.bedside_right on_off off
