# name: when the washer is done
home porch_house
at 2026-03-02 18:00
switch.washer on_off on
say anna "tell me when the washer is done"
expect said "I'll remind you when the washer is done."
after 30m
switch.washer on_off off
expect said /A reminder/
