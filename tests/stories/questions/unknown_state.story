# name: what was never reported is not made up
home family_house
at 12:00
say anna in study "is the printer on"
expect said "I don't know the state of the printer."
