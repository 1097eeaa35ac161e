# name: cancelled by what it is about
home porch_house
at 2026-03-02 18:00
say anna "remind me at 8 pm to call mum"
say anna "remind me at 9 pm to feed the cat"
say anna "cancel the reminder to call mum"
expect said "I won't remind you: call mum."
at 20:01
expect no said
at 21:00
expect said "A reminder: feed the cat."
