# name: halb sieben bleibt halb sieben
home reihenhaus
at 2026-03-28 22:00
say Jonas "weck mich jeden Tag um halb sieben"
expect said "Wecker gestellt: jeden Tag um 6 Uhr 30."
at 2026-03-29 06:29
expect no said
at 06:30
expect said "Es ist so weit."
say Jonas "stopp"
expect said "Guten Morgen."
say Jonas "lass den nächsten Wecker ausfallen"
expect said "Der Wecker morgen um 6 Uhr 30 fällt aus."
at 2026-03-30 06:31
expect no said
