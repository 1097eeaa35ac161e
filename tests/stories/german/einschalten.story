# name: was getan wurde, wird auf Deutsch gesagt
home wohnung
at 19:00
say Mia "schalte die Deckenlampe ein"
expect command light.decke on_off on
expect said "Deckenlampe eingeschaltet."
