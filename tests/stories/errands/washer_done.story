# name: when the washer is done
home porch_house
at 2026-03-02 18:00
switch.washer on_off on
say anna "turn on the kitchen light when the washer is done"
expect said "When the washer is done, I'll turn on the kitchen light."
expect no command within 10m
switch.washer on_off off
expect command light.kitchen on_off on
expect no promise errand
