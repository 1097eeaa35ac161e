# name: what did you say, of a question
home flat
at 19:00
say mia in living_room "turn on the lamp"
expect ask /Which one/
say mia in living_room "what did you say?"
expect ask /Which one/
say mia in living_room "the left one"
expect command light.left on_off on
