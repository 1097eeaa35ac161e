# name: a talk goes on after a restart
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
restart for 5s
say ben in living_room "turn it off"
expect command light.reading_lamp on_off off
