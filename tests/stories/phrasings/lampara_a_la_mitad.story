# name: la luz a la mitad, al mínimo, más fuerte
home piso
at 20:00
say Lucía "lámpara de techo a la mitad"
expect command light.techo brightness 50%
after 1m
say Lucía "pon la lámpara de techo al mínimo"
expect command light.techo brightness 1%
