# name: quelle heure il est
home appartement
at 2026-03-02 19:05
say Léa "quelle heure est-il"
expect said "Il est 19:05"
