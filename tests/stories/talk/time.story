# name: what time it is, by the home's own clock
home talk_house
at 2026-03-02 18:05
say anna "what time is it"
expect said "6:05 PM"
why /clock/
at 2026-03-03 00:00
say anna "what's the time"
expect said "12:00 AM"
at 2026-03-29 01:59
after 2m
say anna "what time is it"
expect said "3:01 AM"
