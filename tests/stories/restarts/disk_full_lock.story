# name: what is Secure is not done while it cannot be written down, and that is said
home family_house
at 19:00
disk full
say anna in hallway "unlock the front door"
expect said /I could not/
expect device lock.front_door lock locked
disk ok
say anna in hallway "unlock the front door"
expect command lock.front_door lock unlocked
