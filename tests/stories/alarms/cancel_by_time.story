# name: of two the one at seven
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
say anna "wake me tomorrow at 8 am"
say anna "cancel the alarm at 7 am"
expect said "Cancelled the alarm at seven tomorrow morning."
at 2026-03-03 07:01
expect no said
at 08:00
expect said "It is time."
say anna "stop"
expect said "Good morning."
