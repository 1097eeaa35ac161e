# name: locking for a time means unlocking, which is asked for
home porch_house
at 2026-03-02 18:00
lock.front_door lock unlocked
say anna "lock the front door until 9 pm"
expect ask /At nine this evening: should I unlock the front door/
expect no command within 5s
say anna "yes"
expect command lock.front_door lock locked
at 21:00
expect command lock.front_door lock unlocked
