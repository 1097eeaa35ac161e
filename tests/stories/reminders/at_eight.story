# name: a reminder is told when it is due
home porch_house
at 2026-03-02 18:00
say anna "remind me at 8 pm to call mum"
expect said "I'll remind you at eight this evening: call mum."
expect promise reminder "call mum"
at 20:00
expect said "A reminder: call mum." in kitchen
say anna "what time is it"
expect said "8:00 PM"
expect no promise reminder
expect no said within 1h
