# name: when a door was last opened, asked by the name of its lock
home contacts
at 2026-03-02 18:00
binary_sensor.front_door contact open
after 1m
binary_sensor.front_door contact closed
after 2h
say anna "when was the front door last opened"
expect said "The front door contact was last opened at six this evening."
say jonas "wann wurde die Haustür zuletzt geöffnet"
expect said /sechs|18/
