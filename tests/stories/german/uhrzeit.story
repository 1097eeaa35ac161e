# name: Uhrzeit und Datum
home haus
at 2026-03-02 18:05
say Anna "wie spät ist es"
expect said "Es ist 18:05"
say Anna "welcher Tag ist heute"
expect said "Es ist Montag der 2. März 2026"
say Anna "der wievielte ist heute"
expect said "Es ist Montag der 2. März 2026"
