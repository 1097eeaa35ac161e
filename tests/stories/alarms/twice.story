# name: the same alarm is not set twice
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
say anna "wake me tomorrow at 7 am"
expect decline "There is an alarm at seven tomorrow morning already."
