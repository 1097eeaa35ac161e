# name: the battery of the lock
home family_house
at 12:00
say anna "what is the front door battery"
expect said /81/
