# name: and when it is not
home family_house
at 23:00
say anna in bedroom "is the back door locked"
expect said "No, the back door is unlocked."
