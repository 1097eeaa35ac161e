# name: le réveil survit à une coupure
home maison
at 2026-03-02 22:00
say Hugo "mets un réveil pour six heures et demie demain matin"
expect said "Réveil réglé : demain à 6 heures 30."
expect any commands
kill for 3h
at 2026-03-03 06:30
expect said "C'est l'heure."
say Hugo "laisse-moi dormir encore un peu"
expect said "Je te réveille de nouveau dans 9 minutes."
expect no said within 8m
after 1m
expect said "C'est l'heure."
say Hugo "arrête le réveil"
expect said "Bonjour."
