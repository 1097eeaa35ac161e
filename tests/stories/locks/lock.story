# name: locking needs no more than a word
home family_house
at 22:30
say ben "lock the back door"
expect command lock.back_door lock locked
expect said "Locked the back door."
why /you said "lock the back door"/
