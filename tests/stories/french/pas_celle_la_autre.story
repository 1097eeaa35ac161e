# name: pas celle-là, l'autre lampe du salon
home appartement
at 19:00
say Léa in salon "allume la lampe de lecture"
expect command light.lecture on_off on
expect outcome done light.lecture
say Léa in salon "pas celle-là, l'autre lampe du salon"
expect command light.lecture on_off off
expect command light.lampadaire on_off on
