# name: heller, in Schritten
home wohnung
at 19:00
light.decke on_off on
say Mia "mach die Deckenlampe heller"
expect command light.decke brightness 100
expect said "Deckenlampe auf 100 Prozent gestellt."
say Mia "mach die Deckenlampe heller"
expect decline /Mehr geht nicht/
