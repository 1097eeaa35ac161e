# name: Timer, die nach dem heißen, was kocht
home haus
at 18:00
say anna "stell einen Timer für die Nudeln auf 9 Minuten"
expect timer "Nudeln" left 9m
say anna "gib den Nudeln noch eine Minute"
expect timer "Nudeln" left 10m
say anna "wie lange brauchen die Nudeln noch?"
expect said /10 Minuten|zehn Minuten/
