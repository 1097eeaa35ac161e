# name: nor a guest
home porch_house
at 2026-03-02 18:00
say greta "open the garage door in 5 minutes"
expect decline "I'm sorry, you are not allowed to ask for that."
expect no command within 6m
