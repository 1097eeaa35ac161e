# name: "undo" leaves alone what was promised to somebody else
home porch_house
at 2026-03-02 20:00
say anna "wake me tomorrow at 7 am"
expect promise alarm
say tim in kitchen "undo that"
expect decline "That is not yours to change."
say tim in nursery "undo that"
expect decline "There is nothing to undo."
say greta in hall "undo that"
expect decline "There is nothing to undo."
expect promise alarm
say ben in bedroom "undo that"
expect no promise alarm
