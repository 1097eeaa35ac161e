# name: only who was there when it was told has heard it
home porch_house
at 2026-03-02 18:00
say anna "remind ben to feed the cat at 8 pm"
at 20:00
expect said "Ben, a reminder: feed the cat." in bedroom
say anna "turn on the kitchen light"
expect command light.kitchen on_off on
expect promise reminder
after 5m
expect said "Ben, a reminder once more: feed the cat." in bedroom
say greta in bedroom "what time is it"
expect any said
expect no promise reminder
