# name: an answer, then more of it
home flat
at 19:00
say mia in living_room "turn on the lamp"
expect ask /Which one/
say mia in living_room "the left one"
expect command light.left on_off on
expect outcome done light.left
say mia in living_room "brighter"
expect command light.left brightness 70%
