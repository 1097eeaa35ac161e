# name: in five minutes, by the words of Home Assistant
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light in 5 minutes"
expect said /I'll turn on the porch light/
expect no command within 4m
after 1m
expect command light.porch on_off on
