# name: a time that nobody can read forbids acting
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at half past never"
expect decline
expect no command within 1h
