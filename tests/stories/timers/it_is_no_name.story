# name: "it" names no timer
home family_house
at 18:00
say anna in kitchen "set a timer for the pasta for 9 minutes"
expect timer "pasta" left 9m
say anna in kitchen "add two minutes to it"
expect timer "pasta" left 11m
