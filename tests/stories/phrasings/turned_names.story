# name: a name turned about means the same thing
home family_house
at 22:00
say anna in bedroom "bedside lamp on the left on please"
expect command light.bedside_left on_off on
after 1m
say anna in bedroom "left bedside light to fifteen percent"
expect command light.bedside_left brightness 15%
after 1m
# "left" by itself is no command, and neither is a word that only part of a name implies
say anna in bedroom "left"
expect no command
