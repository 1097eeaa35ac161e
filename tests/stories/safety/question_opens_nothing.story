# name: a question about a lock opens nothing
home family_house
at 20:00
say anna in hallway "is the front door unlocked"
expect said /No, the front door is locked/
expect no command within 5s
