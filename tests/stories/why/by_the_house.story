# name: who did it: the house, and for whom
home family_house
at 19:00
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
expect changed light.hallway by hearth
why /you said "turn on the hallway light"/
