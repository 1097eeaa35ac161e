# name: what one asked for, the other takes back, each in their own words
home two_languages
at 19:00
say Ann in study "turn on the desk lamp"
expect command light.desk on_off on
expect outcome done light.desk
say Uwe in study "mach das rückgängig"
expect command light.desk on_off off
expect said "Schreibtischlampe ausgeschaltet."
say Ann in study "turn on the ceiling lamp"
expect command light.ceiling on_off on
expect said "Turned on the ceiling lamp."
