# name: por qué
home piso
at 19:00
say Lucía "enciende la lámpara de techo"
expect command light.techo on_off on
expect outcome done light.techo
say Lucía "¿por qué has hecho eso?"
expect said "Porque has dicho «enciende la lámpara de techo»."
