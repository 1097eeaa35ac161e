# name: rückgängig
home wohnung
at 19:00
say Mia "schalte die Deckenlampe ein"
expect command light.decke on_off on
expect outcome done light.decke
say Mia "mach das rückgängig"
expect command light.decke on_off off
expect said "Deckenlampe ausgeschaltet."
