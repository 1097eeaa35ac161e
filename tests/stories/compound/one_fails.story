# name: of two wishes one fails and is named
home family_house
at 19:00
fault light.reading_lamp lose
say ben in living_room "turn off the floor lamp and turn on the reading lamp"
expect command light.floor_lamp on_off off
expect command light.reading_lamp on_off on
expect said /reading lamp.*no sign.*The rest is done/
