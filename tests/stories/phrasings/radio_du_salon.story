# name: tutoyer, vouvoyer, et dire la pièce où l'on veut
home appartement
at 20:00
say Léa in salon "tu fermes la porte d'entrée à clé"
expect command lock.porte lock locked
after 1m
say Léa in cuisine "baisse un peu le chauffage dans le salon"
expect command climate.chauffage target_temperature 19
after 1m
say Léa in salon "montez le chauffage d'un degré"
expect command climate.chauffage target_temperature 20
after 1m
say Léa in salon "lampadaire à trente pour cent"
expect command light.lampadaire brightness 30%
after 1m
say Léa in salon "éteins tout dans la cuisine"
expect any commands
expect no command light.lampadaire
