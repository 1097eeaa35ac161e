# name: warum jemand etwas will, ist kein Teil davon
home wohnung
at 19:00
say mia in wohnzimmer "mach die Stehlampe an"
expect command light.steh on_off on
expect outcome done light.steh
say mia in wohnzimmer "bisschen dunkler, ich hab Kopfweh"
expect command light.steh brightness 40%
