# name: a bare name beside a command takes its verb; one that none is said of stops the whole
home family_house
at 19:00
say anna in kitchen "hallway light and is the counter light on"
expect decline
expect no command light.hallway within 5s
say anna in kitchen "hallway light and turn off the counter light"
expect decline
expect no command light.kitchen_counter within 5s
say anna in kitchen "turn off the hallway light and floor lamp"
expect command light.hallway on_off off
expect command light.floor_lamp on_off off
