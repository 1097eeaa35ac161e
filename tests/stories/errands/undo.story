# name: undo takes the promise back
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
expect promise errand
undo
expect no promise errand
expect no command within 2h
