# name: nicht die, die andere
home wohnung
at 19:00
say mia in wohnzimmer "schalte die Stehlampe ein"
expect command light.steh on_off on
expect outcome done light.steh
say mia in wohnzimmer "nicht die, die andere"
expect command light.steh on_off off
expect command light.lese on_off on
expect outcome done light.lese
say mia in wohnzimmer "mach beide aus"
expect command light.lese on_off off
expect command light.steh on_off off
