# name: lo que no tiene sentido
home piso
at 18:00
say Lucía "la luna es un globo"
expect decline "Perdona, no lo he entendido. Puedes decir, por ejemplo: «enciende la lámpara de techo»."
