# name: what the home cannot know is not promised
home porch_house
at 2026-03-02 18:00
say tim "turn on the porch light when i get home"
expect decline "I have no way to tell when you get home."
expect no promise errand
