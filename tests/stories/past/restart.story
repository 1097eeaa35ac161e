# name: the journal knows it after a restart too
home porch_house
at 2026-03-02 18:00
switch.oven on_off on
after 10m
kill for 5m
after 15m
say anna "how long has the oven been on"
expect said "The oven has been on for 30 minutes."
