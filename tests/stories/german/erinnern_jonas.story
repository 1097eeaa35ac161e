# name: einen anderen, und zu spät, weil das Haus aus war
home reihenhaus
at 2026-03-02 18:00
say Mia "erinnere Jonas um 20 Uhr daran, die Katze zu füttern"
expect said "Ich erinnere Jonas heute um 20 Uhr daran, die Katze zu füttern."
kill for 3h
expect said "Vor 1 Stunde solltest du daran denken, die Katze zu füttern. Entschuldigung, da war ich aus." in schlafzimmer
