# name: five minutes are five minutes, whatever the clock shows
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light in 5 minutes"
clock step +1h
expect no command within 4m
after 1m
expect command light.porch on_off on
