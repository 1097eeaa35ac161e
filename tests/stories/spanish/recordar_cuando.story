# name: sin hora se pregunta
home casa
at 2026-03-02 12:00
say Lucía "recuérdame que tengo que limpiar las ventanas"
expect ask "¿Cuándo te lo recuerdo?"
say Lucía "mañana a las 9 de la mañana"
expect said "Recordatorio mañana a las 9 de la mañana: limpiar las ventanas."
