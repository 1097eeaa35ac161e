# name: without a weather service, what is measured in the garden
home talk_house
at 2026-03-02 12:00
say anna "what's the weather"
expect said "I can't see the sky, but outside it is 8.5 degrees at 70 percent humidity."
say anna "how cold is it outside"
expect said "It is 8.5 degrees outside."
say anna "how windy is it"
expect said "Nothing in this home measures that."
