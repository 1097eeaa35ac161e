# name: when was the back door last opened
home porch_house
at 2026-03-02 18:00
binary_sensor.back_door contact open
after 1m
binary_sensor.back_door contact closed
after 2h
say anna "when was the back door last opened"
expect said "The back door was last opened at six this evening."
why /journal/
