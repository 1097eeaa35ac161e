# name: oben ist das obere Stockwerk, unten das untere
home reihenhaus
at 20:00
say mia in kueche "schalte oben das Licht ein"
expect command light.nacht on_off on
after 30s
say mia in kueche "Licht oben aus"
expect command light.nacht on_off off
after 30s
say mia in kueche "mach unten alle Lichter an"
expect command light.kueche on_off on
expect command light.veranda on_off on
