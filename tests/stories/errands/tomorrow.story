# name: tomorrow morning
home porch_house
at 2026-03-02 18:00
say anna "close the hall blinds tomorrow at half past six in the morning"
expect said "At half past six tomorrow morning I'll close the hall blinds."
at 2026-03-03 06:29
expect no command
at 06:30
expect command cover.blinds position 0
