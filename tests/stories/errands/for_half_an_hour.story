# name: for half an hour: now, and off again then
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light for half an hour"
expect command light.porch on_off on
expect said /Turned on the porch light. At half past six this evening I'll turn off the porch light./
expect promise ending
after 29m
expect no command
after 1m
expect command light.porch on_off off
expect no promise ending
