# name: six heures et demie restent six heures et demie
home maison
at 2026-03-28 22:00
say Hugo "réveille-moi tous les jours à six heures et demie du matin"
expect said "Réveil réglé : tous les jours à 6 heures 30."
at 2026-03-29 06:29
expect no said
at 06:30
expect said "C'est l'heure."
say Hugo "stop"
expect said "Bonjour."
say Hugo "saute le prochain réveil"
expect said "Le réveil ne sonnera pas demain à 6 heures 30."
at 2026-03-30 06:31
expect no said
