# name: ein anderer Wert, und zurück
home wohnung
at 19:00
say mia in wohnzimmer "stell die Heizung auf 21 Grad"
expect command climate.heizung target_temperature 21
expect outcome done climate.heizung
say mia in wohnzimmer "doch lieber 19"
expect command climate.heizung target_temperature 19
expect outcome done climate.heizung
say mia in wohnzimmer "ein Grad mehr"
expect command climate.heizung target_temperature 20
