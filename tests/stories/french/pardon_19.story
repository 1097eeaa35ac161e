# name: un degré de plus, puis un autre nombre
home appartement
at 19:00
say léa in salon "mets le chauffage à 20 degrés"
expect command climate.chauffage target_temperature 20
expect outcome done climate.chauffage
say léa in salon "un degré de plus"
expect command climate.chauffage target_temperature 21
expect outcome done climate.chauffage
say léa in salon "pardon, 19"
expect command climate.chauffage target_temperature 19
