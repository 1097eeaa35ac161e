# name: what is not so now
home porch_house
at 2026-03-02 18:00
say anna "how long has the oven been on"
expect said /As far back as I can look, the oven was never on|The oven is not on/
