# name: al cuarenta por ciento
home piso
at 19:00
light.techo on_off on
say Lucía "atenúa la lámpara de techo al 40 por ciento"
expect command light.techo brightness 40
expect said "He puesto la lámpara de techo al 40 por ciento."
