# name: a condition is no remark
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "turn it off again, it's fine if the baby sleeps"
expect no command
expect no promise
