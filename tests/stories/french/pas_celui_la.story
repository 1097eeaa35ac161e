# name: pas celui-là, l'autre
home appartement
at 19:00
say léa in salon "allume le lampadaire"
expect command light.lampadaire on_off on
expect outcome done light.lampadaire
say léa in salon "pas celui-là, l'autre"
expect command light.lampadaire on_off off
expect command light.lecture on_off on
