# name: half an hour is a length
home family_house
at 18:00
say anna in kitchen "set a timer for the pasta for half an hour"
expect timer "pasta" left 30m
