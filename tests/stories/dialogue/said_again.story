# name: what did you say
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect said "Turned on the reading lamp."
say ben in living_room "what did you say?"
expect said "Turned on the reading lamp."
