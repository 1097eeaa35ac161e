# name: it is what was last switched
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
say ben in living_room "turn it off"
expect command light.reading_lamp on_off off
