# name: what day it is
home talk_house
at 2026-03-02 18:05
say anna "what day is it"
expect said "March 2nd, 2026"
at 2026-03-28 23:59
say anna "what's today's date"
expect said "March 28th, 2026"
after 2m
say anna "what day of the week is it"
expect said "March 29th, 2026"
