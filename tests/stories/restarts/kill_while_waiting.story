# name: sent once more after kill -9, and done when the lamp shows it
home family_house
at 19:00
fault light.hallway delay 2s
say anna in hallway "turn on the hallway light"
expect command light.hallway on_off on
kill for 3s
expect command light.hallway on_off on
expect outcome done light.hallway
expect no command within 20s
expect device light.hallway on_off on
