# name: despiértame mañana a las siete
home casa
at 2026-03-02 22:00
say Pablo "Despiértame mañana a las siete"
expect said "Alarma puesta: mañana a las 7 de la mañana."
at 2026-03-03 06:59
expect no said
at 07:00
expect said "Es la hora." in dormitorio
say Pablo "ya estoy despierto"
expect said "Buenos días."
expect no promise alarm
