# name: weck mich morgen um sieben
home reihenhaus
at 2026-03-02 22:00
say Jonas "Weck mich morgen um sieben"
expect said "Wecker gestellt: morgen um 7 Uhr."
at 2026-03-03 06:59
expect no said
at 07:00
expect said "Es ist so weit." in schlafzimmer
say Jonas "ich bin schon wach"
expect said "Guten Morgen."
expect no promise alarm
