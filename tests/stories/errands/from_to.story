# name: from seven to nine: on then, off then
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light from 7 pm to 9 pm"
expect said /At seven this evening I'll turn on the porch light/
expect no command within 30m
at 19:00
expect command light.porch on_off on
at 21:00
expect command light.porch on_off off
