# name: con llave, y solo con palabras que lo dicen
home casa
at 20:00
say Lucía in cocina "abre la puerta principal"
expect command lock.puerta lock unlocked
after 1m
say Lucía in cocina "cerrá la puerta principal con llave"
expect command lock.puerta lock locked
after 1m
say Lucía in cocina "súbele a la puerta principal"
expect no command
