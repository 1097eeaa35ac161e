# name: qui est à la maison
home maison_bleue
at 2026-03-02 18:00
say Léa "qui est à la maison"
expect said "Léa"
say Léa "est-ce que Paul est à la maison"
expect said "Non, Paul est absent."
person.lea presence off
after 1m
say Léa "est-ce qu'il y a quelqu'un à la maison"
expect said "Non, personne n'est à la maison."
