# name: without a time it is asked for
home porch_house
at 2026-03-02 20:00
say anna "set an alarm"
expect ask "For what time?"
say anna "tomorrow at 7 am"
expect said "Alarm set: at seven tomorrow morning."
