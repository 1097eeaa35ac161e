# name: the time may come first
home porch_house
at 2026-03-02 18:00
say anna "at eight this evening turn on the kitchen light"
expect said "At eight this evening I'll turn on the kitchen light."
at 20:00
expect command light.kitchen on_off on
