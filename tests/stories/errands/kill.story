# name: and kill -9
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
kill for 10m
at 19:00
expect command light.porch on_off on
