# name: la lumière à moitié, en couleur, au minimum
home appartement
at 20:00
say Léa "plafonnier à la moitié"
expect command light.plafonnier brightness 50%
after 1m
say Léa "mets le plafonnier au minimum"
expect command light.plafonnier brightness 1%
