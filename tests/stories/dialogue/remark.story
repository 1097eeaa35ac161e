# name: why somebody wants it is no part of what they want
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "turn it off again the baby's asleep"
expect command light.reading_lamp on_off off
