# name: everything, on a whim, is asked about
home family_house
light.desk_lamp on_off on
at 23:30
say anna in bedroom "turn off everything"
expect plan ask_back
expect no command within 5s
say anna in bedroom "no"
expect decline "All right, I won't."
