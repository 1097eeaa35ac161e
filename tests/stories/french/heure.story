# name: l'heure et la date
home maison_bleue
at 2026-04-01 18:05
say Léa "quelle heure est-il"
expect said "Il est 18:05"
say Léa "quel jour sommes-nous"
expect said "Nous sommes le premier avril 2026"
