# name: la raison d'un ordre n'en fait pas partie
home appartement
at 19:00
say Léa in salon "allume le lampadaire"
expect command light.lampadaire on_off on
expect outcome done light.lampadaire
say Léa in salon "mets-le à 40 %, j'ai mal aux yeux"
expect command light.lampadaire brightness 40%
