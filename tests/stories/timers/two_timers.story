# name: two timers keep apart by their names
home family_house
at 18:00
say anna "set a 10 minute timer for pasta"
say anna "set a 20 minute timer for bread"
expect timer "pasta" left 10m
expect timer "bread" left 20m
say anna "cancel the pasta timer"
expect said "Cancelled the pasta timer."
expect timer "bread" left 20m
after 20m
expect said "The bread timer is up."
