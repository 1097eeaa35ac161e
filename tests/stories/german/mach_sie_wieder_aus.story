# name: heller, noch etwas, und wieder aus
home wohnung
at 19:00
say mia in wohnzimmer "schalte die Stehlampe ein"
expect command light.steh on_off on
expect outcome done light.steh
say mia in wohnzimmer "mach sie etwas heller"
expect command light.steh brightness 80%
expect outcome done light.steh
say mia in wohnzimmer "noch ein bisschen"
expect command light.steh brightness 100%
expect outcome done light.steh
say mia in wohnzimmer "mach sie wieder aus"
expect command light.steh on_off off
