# name: a contact counts as what its name says, and as a door where it says nothing
home openings
at 19:00
binary_sensor.back contact open
after 1m
say mia "are all the windows closed"
expect said /^Yes/
say mia "is any door open"
expect said /back entrance/
binary_sensor.kitchen_window contact open
after 1m
say mia "are any windows open"
expect said /kitchen window/
