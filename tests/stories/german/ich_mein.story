# name: nee warte, die andere
home wohnung
at 19:00
say Mia in wohnzimmer "mach die Stehlampe an"
expect command light.steh on_off on
expect outcome done light.steh
say Mia in wohnzimmer "nee warte, die Leselampe"
expect command light.steh on_off off
expect command light.lese on_off on
