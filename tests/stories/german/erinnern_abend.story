# name: ein Teil des Tages wird nach der Uhrzeit gefragt
home reihenhaus
at 2026-03-02 20:00
say Mia "erinnere mich morgen Abend daran, den Müll rauszubringen"
expect ask "Um wie viel Uhr morgen Abend?"
say Mia "um sieben"
expect said "Ich erinnere dich morgen um 19 Uhr daran, den Müll rauszubringen."
