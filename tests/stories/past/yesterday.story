# name: and yesterday
home porch_house
at 2026-03-02 18:00
binary_sensor.back_door contact open
after 1m
binary_sensor.back_door contact closed
at 2026-03-03 20:00
say anna "when did someone last open the back door"
expect said "The back door was last opened at six yesterday evening."
