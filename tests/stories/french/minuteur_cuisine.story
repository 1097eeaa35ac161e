# name: des minuteurs nommés d'après ce qui cuit
home maison
at 18:00
say Léa "mets un minuteur pour les pâtes de 9 minutes"
expect timer "pâtes" left 9m
say Léa "rajoute une minute pour les pâtes"
expect timer "pâtes" left 10m
