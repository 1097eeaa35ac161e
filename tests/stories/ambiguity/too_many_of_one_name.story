# name: of eight lamps of one name the room is asked for, not each read out
home eight_lamps
at 19:00
say mia "turn on the lamp"
expect ask "In which room?"
expect no command
say mia "in the study"
expect command light.study on_off on
after 2m
say mia "is the lamp on"
expect ask "In which room?"
say mia "in the study"
expect said /^Yes/
after 2m
say mia "turn on the lamp"
expect ask "In which room?"
say mia "in the loft"
expect ask /^Which one/
expect no command
