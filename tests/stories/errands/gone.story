# name: what is gone when it is due is told, not guessed
home porch_house
at 2026-03-02 18:00
say anna "turn on the porch light at 7 pm"
gone light.porch
at 19:00
expect said /I was to turn on .*, and did not/
expect no command
