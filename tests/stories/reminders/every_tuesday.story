# name: every other Tuesday
home porch_house
at 2026-03-02 18:00
say anna "remind me every tuesday at 8 pm to take out the bins"
expect said "I'll remind you every Tuesday at eight in the evening: take out the bins."
at 2026-03-03 20:00
expect said "A reminder: take out the bins."
say anna "what time is it"
at 2026-03-10 20:00
expect said "A reminder: take out the bins."
expect promise reminder
