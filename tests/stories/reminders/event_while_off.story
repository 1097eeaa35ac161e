# name: what happened while the house was off is told afterwards
home porch_house
at 2026-03-02 18:00
switch.washer on_off on
say anna "tell me when the washer is done"
kill for 1s
switch.washer on_off off
expect said /A reminder/
