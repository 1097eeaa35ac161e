# name: nor do they wait when it is set back
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light in 5 minutes"
clock step -1h
after 5m
expect command light.porch on_off on
