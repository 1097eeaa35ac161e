# name: ohne Zeit wird gefragt
home reihenhaus
at 2026-03-02 12:00
say Mia "erinnere mich daran, die Fenster zu putzen"
expect ask "Wann soll ich dich erinnern?"
say Mia "morgen um 9 Uhr"
expect said "Ich erinnere dich morgen um 9 Uhr daran, die Fenster zu putzen."
say Mia "erinnere mich nicht mehr daran, die Fenster zu putzen"
expect said "Ich erinnere dich nicht mehr daran, die Fenster zu putzen."
