# name: by its power, where that is what is known
home porch_house
at 2026-03-02 18:00
sensor.dryer power 900
say anna "remind me to fold the clothes when the dryer is done"
expect said "I'll remind you when the dryer is done: fold the clothes."
sensor.dryer power 300
expect no said within 10m
sensor.dryer power 1
expect said "A reminder: fold the clothes."
