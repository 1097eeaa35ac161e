# name: tamiser à un pourcentage
home appartement
at 19:00
light.plafonnier on_off on
say Léa "tamise le plafonnier à 40 %"
expect command light.plafonnier brightness 40
expect said "J'ai réglé le plafonnier sur 40 pour cent."
