# name: the same with the time first
home porch_house
at 2026-03-02 18:00
say anna "in 5 minutes turn off the kitchen light"
expect said /I'll turn off the kitchen light/
light.kitchen on_off on
after 5m
expect command light.kitchen on_off off
