# name: it is said again, then in the other rooms
home porch_house
at 2026-03-02 18:00
say anna "remind me to take out the bins at 8 pm"
at 20:00
expect said "A reminder: take out the bins." in kitchen
after 5m
expect said "A reminder once more: take out the bins." in kitchen
expect no said within 9m
after 1m
expect said "A reminder once more: take out the bins." in bedroom
expect any said
expect no promise reminder
expect no said within 1h
