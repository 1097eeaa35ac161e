# name: in twenty minutes
home porch_house
at 2026-03-02 18:00
say ben "wake me in 20 minutes"
expect said /Alarm set: at 6:20 this evening/
after 19m
expect no said
after 1m
expect said "It is time." in bedroom
say ben "stop"
expect said "Good morning."
