# name: a yes that answers nothing does nothing
home family_house
at 20:00
say anna in hallway "yes"
expect decline "There is nothing that I asked."
expect no command within 5s
