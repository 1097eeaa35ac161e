# name: after two minutes nothing is followed
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
after 3m
say ben in living_room "turn it off"
expect no command light.reading_lamp within 5s
