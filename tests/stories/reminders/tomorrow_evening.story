# name: a part of a day is asked for its hour
home porch_house
at 2026-03-02 20:00
say anna "remind me to take the bins out tomorrow evening"
expect ask "At what time tomorrow evening?"
say anna "at seven"
expect said "I'll remind you at seven tomorrow evening: take the bins out."
at 2026-03-03 19:00
expect said "A reminder: take the bins out."
