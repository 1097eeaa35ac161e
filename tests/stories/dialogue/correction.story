# name: no, another lamp: undone, then done
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "no, I meant the desk lamp"
expect command light.reading_lamp on_off off
expect command light.desk_lamp on_off on
