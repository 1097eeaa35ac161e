# name: cuál de las dos
home casa
at 2026-03-02 20:00
say Lucía "despiértame mañana a las siete de la mañana"
say Lucía "mañana despiértame a las ocho de la mañana"
say Lucía "qué alarmas hay puestas"
expect said "Una alarma suena mañana a las 7 de la mañana. Una alarma suena mañana a las 8 de la mañana."
say Lucía "cancela la alarma"
expect ask "¿Qué alarma?" choices "mañana a las 7 de la mañana" "mañana a las 8 de la mañana"
say Lucía "la primera"
expect said "Alarma cancelada: mañana a las 7 de la mañana."
say Lucía "borra todas las alarmas"
expect said "He cancelado la alarma."
expect no promise alarm
