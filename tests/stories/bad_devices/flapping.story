# name: a sensor that flaps does not disturb anybody
home family_house
at 10:00
motion hallway on
motion hallway off
motion hallway on
motion hallway off
expect no said within 10s
expect no command
