# name: what time it is, by the home's own clock
home talk_house
at 2026-03-02 18:05
say anna "what time is it"
expect said "It is 6:05 pm."
why /clock/
at 2026-03-03 00:00
say anna "what's the time"
expect said "It is midnight."
at 2026-03-29 01:59
after 2m
say anna "what time is it"
expect said "It is 3:01 am."
