# name: deux lampes d'un même nom : la maison demande
home appartement
at 19:00
say Léa in salon "allume la lampe"
expect ask "Lequel : le lampadaire ou la lampe de lecture ?"
expect no command
say Léa in salon "la deuxième"
expect command light.lecture on_off on
expect said "J'ai allumé la lampe de lecture."
