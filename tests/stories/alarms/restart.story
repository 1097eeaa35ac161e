# name: it survives kill -9
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
kill for 3h
at 2026-03-03 06:30
expect said "It is time."
say ben "stop"
expect said "Good morning."
