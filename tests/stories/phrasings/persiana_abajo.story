# name: la persiana abajo, a medias, arriba
home piso
at 20:00
say Lucía in salon "persiana abajo"
expect command cover.persiana position 0%
after 1m
say Lucía in salon "abre la persiana a medias"
expect command cover.persiana position 50%
after 1m
say Lucía in salon "levanta la persiana"
expect command cover.persiana position 100%
