# name: all of them
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
say anna "wake me tomorrow at 8 am"
say anna "cancel all alarms"
expect said "Cancelled all 2 alarms."
expect no promise alarm
