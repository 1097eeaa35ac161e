# name: every lock of the home at one word
home two_locks
at 22:00
lock.street lock unlocked
lock.garden lock unlocked
after 1m
say mia "lock all the doors"
expect command lock.street lock locked
expect command lock.garden lock locked
