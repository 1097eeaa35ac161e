# name: pourquoi
home appartement
at 19:00
say Léa "allume le plafonnier"
expect command light.plafonnier on_off on
expect outcome done light.plafonnier
say Léa "pourquoi as-tu fait ça ?"
expect said "Car tu as dit « allume le plafonnier »."
