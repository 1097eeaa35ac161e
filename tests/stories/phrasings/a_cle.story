# name: la porte se ferme à clé par qui la nomme
home appartement
at 20:00
say Léa in salon "déverrouille-moi la porte d'entrée"
expect command lock.porte lock unlocked
after 1m
say Léa in salon "fermes la porte d'entrée à clé"
expect command lock.porte lock locked
after 1m
say Léa in salon "pourquoi tu fermes la porte d'entrée à clé"
expect no command
