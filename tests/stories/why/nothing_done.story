# name: nothing to explain
home family_house
at 19:00
say anna in hallway "why did you do that"
expect said /done nothing here that I could explain/
