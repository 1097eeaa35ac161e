# name: a time behind all is the time of all that share the verb
home family_house
at 19:00
say anna in kitchen "close the living room blinds and the bedroom curtains at nine pm"
expect no command cover.living_room_blinds within 1h
expect command cover.living_room_blinds position 0 within 2h
expect any commands
