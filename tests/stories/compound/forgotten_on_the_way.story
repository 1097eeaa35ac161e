# name: what is taken back in the same breath is not done
home family_house
at 19:00
say anna in kitchen "turn on the counter light and then forget it"
expect decline
expect no command light.kitchen_counter within 5s
say anna in kitchen "forget it and turn on the hallway light"
expect command light.hallway on_off on
