# name: la alarma sobrevive a un apagón
home casa
at 2026-03-02 22:00
say Pablo "pon una alarma para mañana a las seis y media de la mañana"
expect said "Alarma puesta: mañana a las 6 y media de la mañana."
expect any commands
kill for 3h
at 2026-03-03 06:30
expect said "Es la hora."
say Pablo "cinco minutos más"
expect said "Te despierto otra vez dentro de 9 minutos."
expect no said within 8m
after 1m
expect said "Es la hora."
say Pablo "para la alarma"
expect said "Buenos días."
