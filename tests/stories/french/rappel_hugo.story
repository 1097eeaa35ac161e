# name: à quelqu'un d'autre, et en retard
home maison
at 2026-03-02 18:00
say Léa "rappelle à Hugo de nourrir le chat à 20 heures"
expect said "Rappel pour Hugo aujourd'hui à 20 heures : nourrir le chat."
kill for 3h
expect said "Un rappel, prévu il y a 1 heure : nourrir le chat. Désolé, j'étais éteint." in chambre
