# name: and then is a connector
home family_house
at 19:00
say anna in kitchen "turn on the counter light and then turn on the hallway light"
expect command light.kitchen_counter on_off on
expect command light.hallway on_off on
