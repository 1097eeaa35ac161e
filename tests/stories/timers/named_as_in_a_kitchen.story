# name: timers called by what is cooking
home family_house
at 18:00
say anna in kitchen "set a timer for the pasta for 9 minutes"
expect timer "pasta" left 9m
say anna in kitchen "set a timer for the eggs"
expect ask "For how long?"
say anna in kitchen "six minutes"
expect timer "eggs" left 6m
say anna in kitchen "give the pasta another two minutes"
expect timer "pasta" left 11m
say anna in kitchen "how long is left on the eggs?"
expect said /6 minutes|six minutes/
after 6m
expect said /eggs/
