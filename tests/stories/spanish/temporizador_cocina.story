# name: temporizadores con el nombre de lo que se cuece
home casa
at 18:00
say Lucía "pon un temporizador para la pasta de 9 minutos"
expect timer "pasta" left 9m
say Lucía "añade un minuto a la pasta"
expect timer "pasta" left 10m
