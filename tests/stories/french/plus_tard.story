# name: un ordre avec une heure est promis, pas exécuté
home maison
at 2026-03-02 18:00
say Léa "allume la lampe du perron à 19 heures"
expect said "Aujourd'hui à 19 heures, je vais allumer la lampe du perron."
expect no command within 1m
restart for 10m
say Léa "qu'est-ce qui est prévu"
expect said "Aujourd'hui à 19 heures, je vais allumer la lampe du perron."
at 19:00
expect command light.perron on_off on
say Léa "éteins la lampe du perron dans dix minutes"
expect said /je vais éteindre la lampe du perron/
say Léa "oublie ce que tu voulais faire"
expect said "D'accord, je ne vais pas éteindre la lampe du perron."
expect no command within 20m
