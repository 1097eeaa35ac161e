# name: without a yes nothing is done
home porch_house
at 2026-03-02 18:00
lock.front_door lock unlocked
say anna "lock the front door until 9 pm"
expect ask /should I unlock the front door/
say anna "no"
expect decline "All right, I won't."
expect no promise ending
expect no command within 4h
