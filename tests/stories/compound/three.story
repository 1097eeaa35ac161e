# name: three wishes, one answer
home family_house
at 19:00
say ben in living_room "turn off the floor lamp, close the living room blinds and lock the back door"
expect command light.floor_lamp on_off off
expect command cover.living_room_blinds position 0%
expect command lock.back_door lock locked
