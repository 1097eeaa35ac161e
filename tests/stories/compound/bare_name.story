# name: a bare name beside a command is a command, two bare names are none
home family_house
at 19:00
say anna in kitchen "hallway light and is the counter light on"
expect command light.hallway on_off on
expect said "Turned on the hallway light. No, the counter light is off." in kitchen
say anna in kitchen "turn off the hallway light and floor lamp"
expect command light.hallway on_off off
expect command light.floor_lamp on_off off
