# name: eine Durchsage in allen anderen Räumen, Wort für Wort
home haus
at 2026-03-02 18:00
say Anna in kueche "sag allen, dass das Essen fertig ist"
expect said "das Essen fertig ist" in wohnzimmer
expect said "das Essen fertig ist" in kinderzimmer
expect said "Ich habe es in 2 Räumen gesagt." in kueche
