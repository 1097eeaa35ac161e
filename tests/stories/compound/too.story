# name: "too" takes the verb of the part before
home family_house
at 19:00
say anna in living_room "hallway light on and the reading lamp too please"
expect command light.hallway on_off on
expect command light.reading_lamp on_off on
