# name: an unknown voice does not open the house
home family_house
at 16:00
say stranger in hallway "unlock the front door"
expect decline "I'm sorry, I do that only for people I know."
expect no command within 10s
why not /only for people I know|not allowed|did not do it/
