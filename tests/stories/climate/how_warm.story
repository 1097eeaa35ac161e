# name: how warm it is
home family_house
at 12:00
say anna "what is the temperature in the kitchen"
expect said /20.5 degrees/
expect no command
