# name: until ten: now, and off again then
home porch_house
at 2026-03-02 18:00
say anna "turn on the kitchen light until 10 pm"
expect command light.kitchen on_off on
expect said /At ten tonight I'll turn off the kitchen light./
at 22:00
expect command light.kitchen on_off off
