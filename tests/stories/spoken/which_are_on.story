# name: which are on, in the package's words
home family_house
at 19:00
say anna "which lights are on in the living room"
expect said "floor lamp"
