# name: one part has to be asked about, the other waits
home flat
at 19:00
say mia in living_room "turn on the lamp and turn on the kettle"
expect ask /Which one/
expect no command light.left within 5s
expect no command switch.kettle within 5s
say mia in living_room "the left one"
expect command light.left on_off on
expect command switch.kettle on_off on
