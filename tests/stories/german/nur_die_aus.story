# name: nur die eine aus berichtigt nichts
home wohnung
at 19:00
say mia in wohnzimmer "mach die Stehlampe an"
expect command light.steh on_off on
expect outcome done light.steh
say mia in wohnzimmer "und die Leselampe"
expect command light.lese on_off on
expect outcome done light.lese
say mia in wohnzimmer "nur die Stehlampe aus"
expect command light.steh on_off off
