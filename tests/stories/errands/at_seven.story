# name: a command with a time is promised, read back, and done then
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
expect said "At seven this evening I'll turn on the porch light."
expect no command within 1m
expect promise errand
at 19:00
expect command light.porch on_off on
expect no said within 10s
expect no promise errand
