# name: one that was put off in the bedroom is not stopped by a "stop" in the kitchen
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
at 2026-03-03 06:30
expect said "It is time."
say ben "snooze"
expect said "I will wake you again in 9 minutes."
after 1m
say anna "stop"
expect any said
expect any commands
expect promise alarm
at 06:39
expect said "It is time." in bedroom
say ben "stop"
expect said "Good morning."
