# name: whether a lock's door is open its contact knows; the lock is still what is locked
home contacts
at 2026-03-02 18:00
binary_sensor.front_door contact open
say anna "is the front door open"
expect said /^Yes/
say anna "is the front door locked"
expect said /^Yes/
say tim "unlock the front door"
expect no command
after 2m
say anna "unlock the front door"
expect command lock.front_door lock unlocked
