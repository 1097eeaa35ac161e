# name: or the first of the two
home porch_house
at 2026-03-02 22:00
say anna "turn on the porch light at three"
expect ask /Do you mean/
say anna "the first one"
expect said "At three tomorrow morning I'll turn on the porch light."
at 2026-03-03 03:00
expect command light.porch on_off on
