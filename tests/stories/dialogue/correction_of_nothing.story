# name: no, another one: what was declined is not taken back, nor is what was done before it
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "open the reading lamp"
expect plan decline
say ben in living_room "no, I meant the desk lamp"
expect no command light.reading_lamp on_off off within 20s
