# name: un degré de plus, encore un peu, et comme avant
home appartement
at 19:00
say léa in salon "mets le chauffage à 20 degrés"
expect outcome done climate.chauffage
say léa in salon "un degré de plus"
expect command climate.chauffage target_temperature 21
expect outcome done climate.chauffage
say léa in salon "pardon, 19"
expect command climate.chauffage target_temperature 19
