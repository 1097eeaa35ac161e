# name: a place said before everything holds for all that names none
home family_house
at 19:00
say anna in kitchen "in the bedroom, open the curtains and set the temperature to 19 degrees"
expect command cover.bedroom_curtains position 100
expect command climate.bedroom target_temperature 19
say anna in kitchen "in the nursery turn on the lights and close the blinds"
expect decline
expect no command cover.living_room_blinds within 5s
