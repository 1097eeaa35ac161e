# name: the day here, the hour there
home porch_house
at 2026-03-02 20:00
say anna "tomorrow wake me at half past six in the morning"
expect said "Alarm set: at half past six tomorrow morning."
