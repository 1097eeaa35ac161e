# name: what makes no sense is said to make none
home flat
at 19:00
say mia "the moon is a balloon"
expect decline "Sorry, I did not understand that. You could say: \"turn on the left lamp\"."
why not /no reading of it was likely enough/
