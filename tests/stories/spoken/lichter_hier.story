# name: das Licht im Raum
home wohnung
at 19:00
say Mia "schalte das Licht ein"
expect command light.decke on_off on
expect command light.theke on_off on
expect said "Licht eingeschaltet"
