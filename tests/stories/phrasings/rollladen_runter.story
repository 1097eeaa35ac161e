# name: Rollladen runter, halb, hoch, auch als Rollo
home wohnung
at 20:00
say Mia in wohnzimmer "lass den Rollladen runter"
expect command cover.rollladen position 0%
after 1m
say Mia in wohnzimmer "Rollladen halb hoch"
expect command cover.rollladen position 50%
after 1m
say Mia in wohnzimmer "Rollo zu"
expect command cover.rollladen position 0%
