# name: without a time it is asked for
home porch_house
at 2026-03-02 18:00
say anna "remind me to call mum"
expect ask "When should I remind you?"
say anna "tomorrow at 9 am"
expect said "I'll remind you at nine tomorrow morning: call mum."
