# name: la hora y la fecha
home casa_blanca
at 2026-03-02 18:05
say Lucía "qué hora es"
expect said "Son las 6 y 5 de la tarde"
say Lucía "qué día es hoy"
expect said "Es lunes, 2 de marzo de 2026"
at 2026-03-03 13:15
say Lucía "qué hora es"
expect said "Es la 1 y cuarto de la tarde"
