# name: was halb heruntergefahren wurde, fährt weiter herunter
home wohnung
at 19:00
say Mia in wohnzimmer "fahr den Rollladen halb runter"
expect command cover.rollladen position 50%
expect outcome done cover.rollladen within 30s
say Mia in wohnzimmer "noch ein Stück"
expect command cover.rollladen position 30%
expect outcome done cover.rollladen within 30s
say Mia in wohnzimmer "ganz runter"
expect command cover.rollladen position 0%
