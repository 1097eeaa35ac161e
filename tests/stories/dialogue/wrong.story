# name: that is wrong is an undo
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "no, that's wrong"
expect command light.reading_lamp on_off off
