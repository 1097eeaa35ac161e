# name: the left one, by a part of its name
home family_house
at 21:00
say anna in bedroom "turn on the left bedside lamp"
expect command light.bedside_left on_off on
expect outcome done light.bedside_left
say anna in bedroom "the right one too"
expect command light.bedside_right on_off on
expect outcome done light.bedside_right
say anna in bedroom "now turn the left one off"
expect command light.bedside_left on_off off
