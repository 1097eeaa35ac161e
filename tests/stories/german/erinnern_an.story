# name: an eine Sache, jede Woche
home reihenhaus
at 2026-03-02 12:00
say Mia "erinnere mich jeden Dienstag um 20 Uhr an den Müll"
expect said "Ich erinnere dich jeden Dienstag um 20 Uhr: Müll."
at 2026-03-03 20:00
expect said "Eine Erinnerung: Müll."
say Mia "lösche die Erinnerung an den Müll"
expect said "Erinnerung gelöscht: Müll."
expect no promise reminder
