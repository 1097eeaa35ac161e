# name: a guest may turn on a light
home family_house
at 20:00
say greta in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
