# name: a lamp without colours says so
home family_house
at 21:00
say ben "set the reading lamp to blue"
expect decline /reading lamp/
expect no command within 5s
why not /reading lamp|cannot/
