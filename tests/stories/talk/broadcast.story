# name: what one says, the others hear in their rooms, word for word
home talk_house
at 2026-03-02 18:00
say anna in kitchen "Tell everyone that Dinner is ready, wash your hands!"
expect said "Dinner is ready, wash your hands!" in living_room
expect said "Dinner is ready, wash your hands!" in nursery
expect said "I have said it in 2 rooms." in kitchen
expect no command
why /tell everybody/
