# name: der Wecker übersteht einen Stromausfall
home reihenhaus
at 2026-03-02 22:00
say Jonas "stell den Wecker auf halb sieben"
expect said /Wecker gestellt: morgen um 6 Uhr 30/
expect any commands
kill for 3h
at 2026-03-03 06:30
expect said "Es ist so weit."
say Jonas "weck mich noch einmal"
expect said "Ich wecke dich in 9 Minuten noch einmal."
expect no said within 8m
after 1m
expect said "Es ist so weit."
say Jonas "mach den Wecker aus"
expect said "Guten Morgen."
