# name: zu, wieder auf, etwas runter
home wohnung
at 19:00
say mia in wohnzimmer "schließ den Rollladen"
expect command cover.rollladen position 0%
expect outcome done cover.rollladen
say mia in wohnzimmer "mach ihn wieder auf"
expect command cover.rollladen position 100%
expect outcome done cover.rollladen
say mia in wohnzimmer "fahr ihn etwas runter"
expect command cover.rollladen position 80%
