# name: a child cannot put it off either
home porch_house
at 2026-03-02 18:00
say tim "unlock the front door at 7 pm"
expect decline "I'm sorry, you are not allowed to ask for that."
at 19:00
expect no command within 1m
