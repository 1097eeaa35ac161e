# name: two locks, and one door is spoken of: the house asks
home two_locks
at 22:00
lock.street lock unlocked
lock.garden lock unlocked
after 1m
say mia "lock the door"
expect ask /^Which one/
say mia "the garden door"
expect command lock.garden lock locked
