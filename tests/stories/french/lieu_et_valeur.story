# name: une autre lampe avec sa propre valeur
home appartement
at 19:00
say Léa in salon "mets le lampadaire à 60 %"
expect command light.lampadaire brightness 60%
expect outcome done light.lampadaire
say Léa in salon "et la lampe de lecture, mais à trente"
expect command light.lecture brightness 30%
