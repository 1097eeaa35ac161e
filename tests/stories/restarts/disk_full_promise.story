# name: a promise that cannot be kept is not made
home family_house
at 19:00
disk full
say anna "set a timer for 5 minutes"
expect no said
disk ok
