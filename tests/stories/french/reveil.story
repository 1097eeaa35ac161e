# name: réveille-moi demain à sept heures
home maison
at 2026-03-02 22:00
say Hugo "Réveille-moi demain à sept heures"
expect said "Réveil réglé : demain à 7 heures."
at 2026-03-03 06:59
expect no said
at 07:00
expect said "C'est l'heure." in chambre
say Hugo "je suis réveillé"
expect said "Bonjour."
expect no promise alarm
