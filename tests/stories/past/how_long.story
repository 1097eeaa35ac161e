# name: how long has the oven been on
home porch_house
at 2026-03-02 18:00
switch.oven on_off on
after 45m
say anna "how long has the oven been on"
expect said "The oven has been on for 45 minutes."
