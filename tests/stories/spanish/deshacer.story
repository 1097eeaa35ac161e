# name: deshacer
home piso
at 19:00
say Lucía "enciende la lámpara de techo"
expect command light.techo on_off on
expect outcome done light.techo
say Lucía "deshaz eso"
expect command light.techo on_off off
expect said "He apagado la lámpara de techo."
