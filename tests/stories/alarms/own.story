# name: but their own
home porch_house
at 2026-03-02 20:00
say greta "wake me tomorrow at 7 am"
say greta "cancel my alarm"
expect said /Cancelled the alarm/
expect no promise alarm
