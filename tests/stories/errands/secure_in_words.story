# name: a Secure thing said in so many words is done when it is due
home porch_house
at 2026-03-02 18:00
say anna "unlock the front door at 7 pm"
expect said "At seven this evening I'll unlock the front door."
at 19:00
expect command lock.front_door lock unlocked
