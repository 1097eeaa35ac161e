# name: a guest does not cancel what somebody else asked for
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
say greta "cancel what you wanted to do"
expect decline "That is not yours to change."
expect promise errand
at 19:00
expect command light.porch on_off on
