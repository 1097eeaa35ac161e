# name: more heat than is sensible is a matter of security
home family_house
at 06:45
say tim in living_room "set the living room temperature to 29 degrees"
expect decline "I'm sorry, you are not allowed to ask for that."
expect no command within 5s
