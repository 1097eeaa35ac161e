# name: der Roboter fährt los und heim, der Film fängt an, das Radio wird leiser
home haus
at 20:00
say Ben "lass Robbi laufen"
expect command vacuum.robbi vacuum cleaning
after 1m
say Ben "schick Robbi nach Hause"
expect command vacuum.robbi vacuum docked
after 1m
say Ben "starte den Filmabend"
expect command scene.filmabend scene on
after 1m
say Ben "Radio etwas leiser"
expect command media_player.radio volume 20
say Ben "stell das Radio ab"
expect command media_player.radio on_off off
