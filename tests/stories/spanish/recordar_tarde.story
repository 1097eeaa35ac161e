# name: de una parte del día se pregunta la hora
home casa
at 2026-03-02 20:00
say Lucía "recuérdame sacar la basura mañana por la tarde"
expect ask "¿A qué hora mañana por la tarde?"
say Lucía "a las siete"
expect said "Recordatorio mañana a las 7 de la tarde: sacar la basura."
