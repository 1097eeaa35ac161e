# name: überall im Satz der Raum, und Namen andersherum
home haus
at 20:00
say Ben in wohnzimmer "in der Küche das Thekenlicht auf dreißig Prozent"
expect command light.theke brightness 30%
after 1m
say Ben in wohnzimmer "mach in der Küche alles aus"
expect command light.theke on_off off
expect any commands
expect no command media_player.radio
after 1m
say Ben in wohnzimmer "mach das Radio im Wohnzimmer ein bissl leiser"
expect command media_player.radio volume 20%
after 1m
say Anna in kueche "stell mir acht Minuten für die Nudeln"
expect timer "Nudeln" left 8m
