# name: told late when the house was off
home porch_house
at 2026-03-02 18:00
say anna "remind me at 8 pm to call mum"
kill for 3h
expect said /A reminder, due 1 hour ago: call mum/
