# name: what was put off can be cancelled
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
expect promise errand
say anna "cancel what you wanted to do"
expect said "I won't turn on the porch light then."
expect no promise errand
expect no command within 2h
