# name: what cannot be done is said, the rest is done
home family_house
at 19:00
say anna in kitchen "turn on the counter light and set the printer to red"
expect decline
expect no command light.kitchen_counter within 5s
