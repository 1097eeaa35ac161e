# name: a timer is changed by whoever lives there, or stands where it runs
home porch_house
at 2026-03-02 18:00
say anna "set a timer for 10 minutes"
expect timer left 10m
say greta in bedroom "cancel the timer"
expect decline "That is not yours to change."
say tim in nursery "pause the timer"
expect timer paused
say greta in kitchen "cancel the timer"
expect no timer
