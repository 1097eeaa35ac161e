# name: no timer to cancel
home family_house
at 18:00
say anna "cancel the timer"
expect decline "There is no such timer."
why not /no such timer/
