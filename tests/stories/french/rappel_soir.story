# name: d'une partie du jour on demande l'heure
home maison
at 2026-03-02 20:00
say Léa "rappelle-moi de sortir les poubelles demain soir"
expect ask "À quelle heure demain soir ?"
say Léa "à sept heures"
expect said "Rappel demain à 19 heures : sortir les poubelles."
