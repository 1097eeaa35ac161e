# name: a lamp that is gone from the home
home family_house
at 19:00
gone light.hallway
say anna in hallway "turn on the hallway light"
expect plan decline
expect no command within 5s
