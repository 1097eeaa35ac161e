# name: but not unlock the door
home family_house
at 20:00
say greta in hallway "unlock the front door"
expect decline "I'm sorry, you are not allowed to ask for that."
expect no command within 5s
