# name: a paused timer waits
home family_house
at 18:00
say anna "set a timer for 10 minutes"
after 4m
say anna "pause the timer"
expect timer paused left 6m
after 30m
expect timer paused left 6m
say anna "resume the timer"
expect timer left 6m
after 6m
expect said "Your timer for 10 minutes is up."
