# name: told late when the house was off, and then no more
home porch_house
at 2026-03-02 22:00
say ben "wake me tomorrow at 6:30 am"
kill for 10h
expect said /Your alarm was due 1 hour 30 minutes ago/
expect no said within 10m
expect no promise alarm
