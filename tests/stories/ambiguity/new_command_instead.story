# name: another command takes the place of an answer
home flat
at 19:00
say mia "turn on the lamp"
expect ask /Which one/
say mia "turn on the kettle"
expect command switch.kettle on_off on
expect no command light.left within 70s
expect no command light.right
