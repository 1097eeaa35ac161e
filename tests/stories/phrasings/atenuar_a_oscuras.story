# name: quien atenúa a oscuras quiere un poco de luz
home piso
at 20:00
say Lucía "atenúa la lámpara de techo"
expect command light.techo brightness 20%
