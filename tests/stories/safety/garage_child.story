# name: a child does not open the garage
home family_house
at 16:00
say tim "open the garage door"
expect decline "I'm sorry, you are not allowed to ask for that."
expect no command within 20s
why not /./
