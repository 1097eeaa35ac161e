# name: non là c'est trop
home appartement
at 19:00
say léa in salon "allume le lampadaire"
expect command light.lampadaire on_off on
expect outcome done light.lampadaire
say léa in salon "un peu plus fort"
expect command light.lampadaire brightness 80%
expect outcome done light.lampadaire
say léa in salon "non là c'est trop"
expect command light.lampadaire brightness 60%
