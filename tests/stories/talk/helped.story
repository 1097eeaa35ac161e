# name: who is not understood hears what could be said, and it works
home talk_house
at 2026-03-02 18:00
say anna "the moon is a balloon"
expect decline "Sorry, I did not understand that. You could say: \"turn on the ceiling lamp\"."
say anna "turn on the ceiling lamp"
expect command light.ceiling on_off on
expect outcome done light.ceiling
say anna "the moon is a balloon"
expect decline "Sorry, I did not understand that. You could say: \"turn off the ceiling lamp\"."
say anna "the moon is a balloon"
expect decline "Sorry, I did not understand that. You could say: \"turn on the oven\"."
