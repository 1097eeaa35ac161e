# name: un minuteur jusqu'à une heure
home maison
at 2026-03-02 18:30
say Léa "mets un minuteur jusqu'à 19 heures"
expect timer left 30m
