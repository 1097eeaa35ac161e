# name: ein Ding mit eigenem Wert
home wohnung
at 19:00
say mia in wohnzimmer "stell die Stehlampe auf 60 Prozent"
expect command light.steh brightness 60%
expect outcome done light.steh
say mia in wohnzimmer "und die Leselampe, aber nur dreißig"
expect command light.lese brightness 30%
