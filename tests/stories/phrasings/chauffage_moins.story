# name: moins chaud, plus chaud, à un degré près
home appartement
at 20:00
say Léa in salon "baisse un peu le chauffage"
expect command climate.chauffage target_temperature 19
after 1m
say Léa in salon "chauffage à 21 degrés"
expect command climate.chauffage target_temperature 21
after 1m
say Léa in salon "j'ai froid"
expect command climate.chauffage target_temperature 22
