# name: of two it is asked which one
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
say anna "turn on the kitchen light at 8 pm"
say anna "cancel what you wanted to do"
expect ask "Which one do you mean?"
say anna "the second one"
expect said "I won't turn on the kitchen light then."
at 19:00
expect command light.porch on_off on
at 20:01
expect no command
