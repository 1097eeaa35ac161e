# name: alle drei, die nacheinander genannt wurden
home wohnung
at 19:00
say mia in wohnzimmer "mach die Stehlampe an"
expect command light.steh on_off on
expect outcome done light.steh
say mia in wohnzimmer "und die Leselampe"
expect command light.lese on_off on
expect outcome done light.lese
say mia in wohnzimmer "und das Thekenlicht"
expect command light.theke on_off on
expect outcome done light.theke
say mia in wohnzimmer "so, alle drei wieder aus"
expect command light.steh on_off off
expect command light.lese on_off off
expect command light.theke on_off off
