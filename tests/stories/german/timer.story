# name: ein Timer läuft ab
home wohnung
at 18:00
say Mia "stelle einen Timer auf 5 Minuten"
expect timer left 5m
expect said "Timer für 5 Minuten gestartet"
after 5m
expect said "Dein Timer über 5 Minuten ist abgelaufen." in kueche
