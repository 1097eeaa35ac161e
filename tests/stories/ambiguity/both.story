# name: both is an answer too
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
say mia "both"
expect command light.left on_off on
expect command light.right on_off on
