# name: quand et depuis quand
home maison
at 2026-03-02 18:00
binary_sensor.jardin contact open
switch.four on_off on
after 1m
binary_sensor.jardin contact closed
kill for 5m
after 24m
say Léa "depuis combien de temps le four est-il allumé"
expect said "Le four est allumé depuis 30 minutes."
say Léa "quand la porte du jardin a-t-elle été ouverte pour la dernière fois"
expect said "La porte du jardin a été ouverte pour la dernière fois aujourd'hui à 18 heures."
say Léa "depuis quand la porte d'entrée est-elle déverrouillée"
expect said /D'aussi loin que je me souvienne, la porte d'entrée n'a jamais été déverrouillée|La porte d'entrée n'est pas déverrouillée/
