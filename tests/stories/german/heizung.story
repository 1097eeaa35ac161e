# name: die Heizung auf halbe Grade
home wohnung
at 19:00
say Mia "stell die Heizung im Wohnzimmer auf 21,5 Grad"
expect command climate.heizung target_temperature 21.5
expect said "Heizung auf 21,5 Grad gestellt."
