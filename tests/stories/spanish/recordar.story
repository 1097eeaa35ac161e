# name: llamar a mamá
home casa
at 2026-03-02 12:00
say Lucía "Recuérdame llamar a mamá a las ocho de la tarde"
expect said "Recordatorio hoy a las 8 de la tarde: llamar a mamá."
say Lucía "qué es lo siguiente"
expect said "Un recordatorio hoy a las 8 de la tarde: llamar a mamá."
restart for 1h
at 20:00
expect said "Un recordatorio: llamar a mamá." in cocina
say Lucía "qué hora es"
expect no promise reminder
