# name: is any window open upstairs
home porch_house
at 2026-03-02 18:00
say anna "is any window open upstairs"
expect said "Yes, nursery window"
