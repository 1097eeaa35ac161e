# name: chaque mardi
home maison
at 2026-03-02 12:00
say Léa "rappelle-moi tous les mardis à 20 heures de sortir la poubelle"
expect said "Rappel chaque mardi à 20 heures : sortir la poubelle."
at 2026-03-03 20:00
expect said "Un rappel : sortir la poubelle."
say Léa "annule le rappel"
expect said "Rappel supprimé : sortir la poubelle."
expect no promise reminder
