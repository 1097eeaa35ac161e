# name: a timer is a promise
home flat
say mia "set a timer for 10 minutes"
expect said "Timer set for 10 minutes"
after 3m
say mia "turn on the left lamp"
expect command light.left on_off on
after 7m
expect said "Your timer for 10 minutes is up."
