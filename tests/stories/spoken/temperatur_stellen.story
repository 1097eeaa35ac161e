# name: der Wert wird gesagt
home wohnung
at 19:00
say Mia in wohnzimmer "stelle die Temperatur auf 21 Grad"
expect command climate.heizung target_temperature 21
expect said "Temperatur auf 21 Grad gestellt"
