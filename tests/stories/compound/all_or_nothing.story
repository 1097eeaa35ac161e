# name: a part that makes no sense stops the whole
home family_house
at 19:00
say anna in kitchen "turn on the counter light and fribble the gromit"
expect decline
expect no command light.kitchen_counter within 5s
