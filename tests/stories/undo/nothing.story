# name: nothing to undo
home family_house
at 19:00
say anna "undo that"
expect decline "There is nothing to undo."
