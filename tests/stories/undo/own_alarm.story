# name: children undo their own, where they asked for it
home porch_house
at 2026-03-02 20:00
say tim "wake me tomorrow at 7 am"
expect promise alarm
say tim in kitchen "undo that"
expect decline "There is nothing to undo."
say tim in nursery "undo that"
expect no promise alarm
