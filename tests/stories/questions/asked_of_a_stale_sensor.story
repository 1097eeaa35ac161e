# name: an old value is told with its age
home family_house
at 12:00
after 30h
say anna "what is the kitchen temperature"
expect said /ago/
