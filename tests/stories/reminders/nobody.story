# name: to nobody whom the house knows
home porch_house
at 2026-03-02 18:00
say anna "remind zoe to feed the cat at 8 pm"
expect decline "I know nobody called zoe."
expect no promise reminder
