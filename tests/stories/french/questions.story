# name: des questions sur plusieurs pièces et au journal
home maison_bleue
at 2026-03-02 18:00
say Léa "est-ce qu'il y a une fenêtre ouverte à l'étage"
expect said "Oui, fenêtre de la chambre"
say Léa "quelle est la température dans la chambre d'enfant"
expect said "Il fait 21,5 degrés dans la chambre d'enfant."
say Léa in chambre "quelles lumières sont allumées"
expect said "lampe du plan de travail"
binary_sensor.porte contact open
after 1m
binary_sensor.porte contact closed
switch.four on_off on
after 45m
say Léa "quand est-ce que la porte de derrière a été ouverte pour la dernière fois"
expect said "La porte de derrière a été ouverte pour la dernière fois aujourd'hui à 18 heures."
say Léa "depuis combien de temps le four est-il allumé"
expect said "Le four est allumé depuis 45 minutes."
