# name: survives a restart
home porch_house
at 2026-03-02 18:00
say anna "remind me at 8 pm to call mum"
restart for 1h
at 20:00
expect said "A reminder: call mum."
