# name: killed while it rings, it rings on
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
expect any commands
at 2026-03-03 06:30
expect said "It is time."
kill for 30s
expect said "It is time." within 1m
say ben "stop"
expect said "Good morning."
