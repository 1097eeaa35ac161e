# name: déverrouiller à l'heure, jamais en retard ni par un enfant
home maison
at 2026-03-02 18:00
say Tom in cuisine "déverrouille la porte d'entrée à 19 heures"
expect decline
expect no promise errand
say Léa "déverrouille la porte d'entrée à 19 heures"
expect said "Aujourd'hui à 19 heures, je vais déverrouiller la porte d'entrée."
kill for 62m
expect ask /Je devais déverrouiller la porte d'entrée il y a .*, mais j'étais éteint. Dois-je le faire maintenant/
expect no command within 20m
