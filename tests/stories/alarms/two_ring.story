# name: of two that ring, the one in the room is stopped
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
say anna "wake me tomorrow at 6:30 am"
at 2026-03-03 06:30
expect said "It is time." in bedroom
expect said "It is time." in kitchen
say anna "stop"
expect said "Good morning." in kitchen
after 1m
expect any commands
expect said "It is time." in bedroom
expect no said within 20s
say ben "stop"
expect said "Good morning." in bedroom
