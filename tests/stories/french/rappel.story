# name: appeler maman
home maison
at 2026-03-02 12:00
say Léa "Rappelle-moi d'appeler maman à 20 heures"
expect said "Rappel aujourd'hui à 20 heures : appeler maman."
say Léa "c'est quoi la suite"
expect said "Un rappel aujourd'hui à 20 heures : appeler maman."
restart for 1h
at 20:00
expect said "Un rappel : appeler maman." in cuisine
say Léa "quelle heure est-il"
expect no promise reminder
