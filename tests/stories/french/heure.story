# name: l'heure et la date
home maison_bleue
at 2026-04-01 18:05
say Léa "quelle heure est-il"
expect said "Il est 18 heures 5."
say Léa "quel jour sommes-nous"
expect said "Nous sommes le mercredi 1er avril 2026."
