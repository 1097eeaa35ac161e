# name: a day alone is asked for its time
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light tomorrow"
expect ask "At what time tomorrow?"
say anna "at 8 pm"
expect said "At eight tomorrow evening I'll turn on the porch light."
at 2026-03-03 20:00
expect command light.porch on_off on
