# name: after the deadline a lock is not worked as a late surprise
home family_house
at 23:00
fault lock.back_door lose
say anna in hallway "lock the back door"
expect command lock.back_door lock locked
fault lock.back_door ok
kill for 10m
expect outcome failed lock.back_door
expect no command within 1m
expect device lock.back_door lock unlocked
