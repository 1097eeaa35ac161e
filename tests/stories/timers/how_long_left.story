# name: how long a timer has left
home family_house
at 18:00
say anna "set a 10 minute timer for pasta"
after 4m
say anna "how much time is left on the pasta timer"
expect said "The pasta timer has 6 minutes left."
