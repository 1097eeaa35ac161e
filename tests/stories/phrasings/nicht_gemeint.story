# name: was nicht gemeint ist, geschieht nicht
home haus
at 20:00
say Ben in wohnzimmer "mach in der Küche nicht das Thekenlicht aus"
expect no command
after 1m
say Ben in wohnzimmer "in der Küche war das Thekenlicht aus"
expect no command
after 1m
say Ben in wohnzimmer "Licht"
expect no command light.decke
