# name: un temporizador
home piso
at 18:00
say Lucía "pon un temporizador de 5 minutos"
expect timer left 5m
expect said "Temporizador de 5 minutos en marcha."
after 5m
expect said "Tu temporizador de 5 minutos ha terminado." in cocina
