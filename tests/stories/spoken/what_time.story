# name: what time it is, and what day
home family_house
at 2026-03-02 19:05
say anna "what time is it"
expect said "7:05 PM"
say anna "what is the date"
expect said "March 2nd, 2026"
