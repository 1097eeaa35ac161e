# name: put off until a time of day, or for as long as was said
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
at 2026-03-03 06:30
expect said "It is time."
expect any commands
say ben "snooze for 20 minutes"
expect said "I will wake you again in 20 minutes."
expect no said within 19m
after 1m
expect said "It is time."
say ben "snooze until half past seven"
expect said "I will wake you again at half past seven this morning."
expect no said within 39m
at 07:30
expect said "It is time."
say ben "stop"
expect said "Good morning."
