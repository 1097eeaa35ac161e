# name: seven in the morning is seven also after the clocks changed
home porch_house
at 2026-03-28 20:00
say anna "turn on the porch light tomorrow at 7 am"
expect said "At seven tomorrow morning I'll turn on the porch light."
at 2026-03-29 06:59
expect no command
at 07:00
expect command light.porch on_off on
