# name: wann und wie lange
home reihenhaus
at 2026-03-02 18:00
binary_sensor.terrassentuer contact open
switch.backofen on_off on
after 1m
binary_sensor.terrassentuer contact closed
kill for 5m
after 24m
say Mia "wie lange läuft der Backofen schon"
expect said "Der Backofen ist seit 30 Minuten an."
say Mia "wann wurde die Terrassentür zuletzt geöffnet"
expect said "Die Terrassentür wurde zuletzt heute um 18 Uhr geöffnet."
say Mia "seit wann ist die Haustür aufgeschlossen"
expect said /Soweit ich zurückblicken kann, war die Haustür nie aufgeschlossen|Die Haustür ist nicht aufgeschlossen/
