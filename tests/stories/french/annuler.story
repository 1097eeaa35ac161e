# name: annuler
home appartement
at 19:00
say Léa "allume le plafonnier"
expect command light.plafonnier on_off on
expect outcome done light.plafonnier
say Léa "annule ça"
expect command light.plafonnier on_off off
expect said "J'ai éteint le plafonnier."
