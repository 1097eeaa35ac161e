# name: but what was for a time only ends as soon as it can
home porch_house
at 2026-03-02 18:00
say anna "turn on the kitchen light for half an hour"
expect command light.kitchen on_off on
kill for 2h
expect command light.kitchen on_off off
expect said /but I was off then. I have done it now/
