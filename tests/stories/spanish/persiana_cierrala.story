# name: ciérrala, ábrela otra vez
home piso
at 19:00
say lucía in salon "cierra la persiana"
expect command cover.persiana position 0%
expect outcome done cover.persiana
say lucía in salon "ábrela otra vez"
expect command cover.persiana position 100%
expect outcome done cover.persiana
say lucía in salon "bájala un poco"
expect command cover.persiana position 80%
