# name: Licht nach Anteil, Farbe und Grad der Wärme
home wohnung
at 20:00
say Mia "Deckenlampe auf halb"
expect command light.decke brightness 50%
after 1m
say Mia "dreh die Deckenlampe ein bisschen runter"
expect command light.decke brightness 30%
after 1m
say Mia "mach die Deckenlampe ganz hell"
expect command light.decke brightness 100%
