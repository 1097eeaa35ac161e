# name: the same with another lamp
home family_house
at 19:00
say ben in living_room "turn off the floor lamp"
expect command light.floor_lamp on_off off
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
say ben in living_room "and the floor lamp"
expect command light.floor_lamp on_off on
