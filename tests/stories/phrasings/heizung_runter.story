# name: kühler, wärmer, um zwei Grad
home wohnung
at 20:00
say Mia in wohnzimmer "dreh die Heizung etwas runter"
expect command climate.heizung target_temperature 19
after 1m
say Mia in wohnzimmer "Heizung zwei Grad höher"
expect command climate.heizung target_temperature 21
after 1m
say Mia in wohnzimmer "mir ist zu warm"
expect command climate.heizung target_temperature 20
