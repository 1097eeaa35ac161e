# name: is the door locked
home family_house
at 23:00
say anna in bedroom "is the front door locked"
expect said "Yes, the front door is locked."
expect no command
