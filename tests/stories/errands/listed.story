# name: what is planned can be asked for
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
say anna "what is planned"
expect said "At seven this evening I'll turn on the porch light."
say anna "what's next"
expect said "At seven this evening I'll turn on the porch light."
