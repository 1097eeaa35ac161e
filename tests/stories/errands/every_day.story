# name: every day, until it is cancelled
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light every day at 7 pm"
expect said "Every day at seven in the evening I'll turn on the porch light."
at 19:00
expect command light.porch on_off on
after 1h
light.porch on_off off
at 2026-03-03 19:00
expect command light.porch on_off on
say anna "undo that"
expect any commands
say anna "cancel what you wanted to do"
expect said /I won't turn on the porch light then./
light.porch on_off off
at 2026-03-04 19:01
expect no promise errand
