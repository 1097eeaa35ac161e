# name: heute Abend daran, Oma anzurufen
home reihenhaus
at 2026-03-02 12:00
say Mia "Erinnere mich heute Abend um acht daran, Oma anzurufen"
expect said "Ich erinnere dich heute um 20 Uhr daran, Oma anzurufen."
say Mia "was steht als Nächstes an"
expect said "Heute um 20 Uhr erinnere ich dich daran, Oma anzurufen."
restart for 1h
at 20:00
expect said "Denk daran, Oma anzurufen." in kueche
say Mia "wie spät ist es"
expect no promise reminder
