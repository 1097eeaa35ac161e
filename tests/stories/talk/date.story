# name: what day it is
home talk_house
at 2026-03-02 18:05
say anna "what day is it"
expect said "Today is Monday, the 2nd of March 2026."
at 2026-03-28 23:59
say anna "what's today's date"
expect said "Today is Saturday, the 28th of March 2026."
after 2m
say anna "what day of the week is it"
expect said "Today is Sunday, the 29th of March 2026."
