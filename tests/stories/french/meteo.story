# name: le temps, tant qu'un capteur dehors le sait
home maison_bleue
at 2026-03-02 12:00
say Léa "quel temps fait-il"
expect said "Je ne vois pas le ciel, mais dehors il fait 8,5 degrés."
say Léa "quelle température fait-il dehors"
expect said "Il fait 8,5 degrés dehors."
say Léa "va-t-il pleuvoir demain"
expect said /Je n'ai pas de prévisions/
