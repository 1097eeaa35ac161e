# name: otro temporizador, y cinco minutos más
home piso
at 19:00
say lucía in cocina "pon un temporizador de diez minutos"
expect timer left 10m
say lucía in cocina "y otro de veinte minutos"
expect timer left 20m
say lucía in cocina "cinco minutos más"
expect timer left 25m
