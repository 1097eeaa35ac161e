# name: lo que se hizo se dice en español
home piso
at 19:00
say Lucía "enciende la lámpara de techo"
expect command light.techo on_off on
expect said "He encendido la lámpara de techo."
