# name: an alarm rings until it is stopped
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
expect said "Alarm set: at half past six tomorrow morning."
at 2026-03-03 06:29
expect no said
at 06:30
expect said "It is time." in bedroom
expect any commands
at 06:31
expect said "It is time."
say ben "stop"
expect said "Good morning."
expect no said within 15m
expect no promise alarm
