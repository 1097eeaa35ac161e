# name: a question, then the act
home family_house
at 19:00
say anna in hallway "is the back door locked"
expect said /./
say anna in hallway "and the front door?"
expect said /./
