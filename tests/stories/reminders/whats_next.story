# name: what is next
home porch_house
at 2026-03-02 18:00
say anna "remind me at 8 pm to call mum"
say anna "wake me tomorrow at 7 am"
say anna "what's next"
expect said "A reminder at eight this evening: call mum."
say anna "what reminders are set"
expect said "A reminder at eight this evening: call mum."
