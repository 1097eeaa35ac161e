# name: sans heure, on la demande
home maison
at 2026-03-02 12:00
say Léa "rappelle-moi que je dois laver les vitres"
expect ask "Quand dois-je te le rappeler ?"
say Léa "demain à 9 heures"
expect said "Rappel demain à 9 heures : laver les vitres."
