# name: noch zwanzig Minuten, oder bis halb acht
home reihenhaus
at 2026-03-02 22:00
say Mia "weck mich morgen um 6:30 Uhr"
at 2026-03-03 06:30
expect any said
say Mia "lass mich noch schlafen bis halb acht"
expect said "Ich wecke dich heute um 7 Uhr 30 noch einmal."
