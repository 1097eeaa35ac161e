# name: it, when nothing was spoken of
home family_house
at 19:00
say ben in living_room "turn it off"
expect no command light.floor_lamp within 5s
