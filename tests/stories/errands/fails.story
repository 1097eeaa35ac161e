# name: what does not work is said
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
fault light.porch silent
at 19:00
expect command light.porch on_off on
expect said /I told the porch light, but got no sign/
