# name: what came due while the house was off is asked about, not done late
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
kill for 90m
expect ask /I was to turn on the porch light 30 minutes ago, but I was off then. Should I do it now/
expect no command within 5s
say anna "yes"
expect command light.porch on_off on
