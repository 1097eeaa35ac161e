# name: von zweien wird gefragt welcher
home reihenhaus
at 2026-03-02 20:00
say Mia "weck mich morgen um sieben Uhr"
say Mia "morgen früh um acht weck mich bitte"
say Mia "welche Wecker sind gestellt"
expect said "Ein Wecker klingelt morgen um 7 Uhr. Ein Wecker klingelt morgen um 8 Uhr."
say Mia "lösche den Wecker"
expect ask "Welchen Wecker meinst du?" choices "morgen um 7 Uhr" "morgen um 8 Uhr"
say Mia "den ersten"
expect said "Wecker morgen um 7 Uhr gelöscht."
say Mia "lösche alle Wecker"
expect said "Den Wecker gelöscht."
expect no promise alarm
