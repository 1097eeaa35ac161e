# name: what is said of the day is no wish for the room
home family_house
at 20:00
say ben "it's cold today"
expect decline
expect no command within 5s
