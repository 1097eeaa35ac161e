# name: what no device here can do is said, not asked
home flat
say mia "start the vacuum cleaner"
expect decline "There is no device here that does that."
say mia "pause the music"
expect said "There is no device here that does that."
