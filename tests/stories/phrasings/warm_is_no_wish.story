# name: that a room is warm is no wish
home family_house
at 10:00
say anna in living_room "the bedroom is warm"
expect decline
expect no command within 5s
