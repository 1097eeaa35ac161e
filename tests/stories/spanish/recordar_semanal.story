# name: cada martes
home casa
at 2026-03-02 12:00
say Lucía "recuérdame cada martes a las ocho de la tarde que tengo que sacar la basura"
expect said "Recordatorio cada martes a las 8 de la tarde: sacar la basura."
at 2026-03-03 20:00
expect said "Un recordatorio: sacar la basura."
say Lucía "cancela el recordatorio"
expect said "Recordatorio cancelado: sacar la basura."
expect no promise reminder
