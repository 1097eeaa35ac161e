# name: how many lights are on
home family_house
at 23:00
say anna in bedroom "how many lights are on"
expect said "1"
