# name: snoozed, it rings again after nine minutes
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
at 2026-03-03 06:30
expect said "It is time."
expect any commands
say ben "snooze"
expect said "I will wake you again in 9 minutes."
expect no said within 8m
after 1m
expect said "It is time."
say ben "stop the alarm"
expect said "Good morning."
