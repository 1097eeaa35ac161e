# name: a question beside a command
home family_house
at 19:00
say anna in kitchen "turn on the counter light and is the hallway light on"
expect command light.kitchen_counter on_off on
expect said "Turned on the counter light. No, the hallway light is off." in kitchen
