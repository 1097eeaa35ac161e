# name: thanks do not end it
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "hello"
expect said "Hello."
say ben in living_room "turn it off"
expect command light.reading_lamp on_off off
