# name: a guest does not cancel another's alarm
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
say greta "cancel the alarm"
expect decline "That is not yours to change."
expect promise alarm
say ben "cancel the alarm"
expect no promise alarm
