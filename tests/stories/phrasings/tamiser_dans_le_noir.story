# name: qui tamise dans le noir veut un peu de lumière
home appartement
at 20:00
say Léa "tamise le plafonnier"
expect command light.plafonnier brightness 20%
