# name: ce qui a été fait est dit en français
home appartement
at 19:00
say Léa "allume le plafonnier"
expect command light.plafonnier on_off on
expect said "J'ai allumé le plafonnier."
