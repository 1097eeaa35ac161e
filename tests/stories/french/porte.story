# name: verrouiller est anodin, déverrouiller se dit clairement
home appartement
at 22:00
say Léa "déverrouille la porte d'entrée"
expect command lock.porte lock unlocked
expect said "J'ai déverrouillé la porte d'entrée."
say Léa "verrouille la porte d'entrée"
expect command lock.porte lock locked
expect said "J'ai verrouillé la porte d'entrée."
