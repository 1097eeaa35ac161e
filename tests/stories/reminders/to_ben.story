# name: to somebody else, where they mostly are
home porch_house
at 2026-03-02 18:00
say anna "remind ben to feed the cat at 8 pm"
expect said "I'll remind Ben at eight this evening: feed the cat."
at 20:00
expect said "Ben, a reminder: feed the cat." in bedroom
say ben "cancel"
expect no promise reminder
