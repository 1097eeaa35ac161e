# name: lo que se bajó a la mitad sigue bajando
home piso
at 19:00
say lucía in salon "baja la persiana a la mitad"
expect command cover.persiana position 50%
expect outcome done cover.persiana within 30s
say lucía in salon "un poquito más"
expect command cover.persiana position 30%
