# name: six in the morning or in the evening
home porch_house
at 2026-03-02 12:00
say anna "wake me at six"
expect ask "Do you mean at six this evening or at six tomorrow morning?"
say anna "in the morning"
expect said "Alarm set: at six tomorrow morning."
at 18:01
expect no said
at 2026-03-03 06:00
expect said "It is time."
say anna "stop"
expect said "Good morning."
