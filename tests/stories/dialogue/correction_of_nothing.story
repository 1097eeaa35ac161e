# name: no, another one: what was declined is not taken back, nor is what was done before it
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "set the reading lamp to red"
expect plan decline
say ben in living_room "no, I meant the floor lamp"
expect command light.floor_lamp color "#ff0000"
expect no command light.reading_lamp within 20s
