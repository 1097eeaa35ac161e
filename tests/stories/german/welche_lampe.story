# name: zwei Lampen eines Namens: das Haus fragt zurück
home wohnung
at 19:00
say Mia in wohnzimmer "schalte die Lampe ein"
expect ask "Was meinst du: die Stehlampe oder die Leselampe?"
expect no command
say Mia in wohnzimmer "die zweite"
expect command light.lese on_off on
expect said "Leselampe eingeschaltet."
