# name: a talk in another room is another talk
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
say anna in hallway "turn it off"
expect no command light.reading_lamp within 5s
