# name: Fragen über mehrere Räume und an das Tagebuch
home haus
at 2026-03-02 18:00
say Anna "ist im Obergeschoss ein Fenster offen"
expect said "Ja, Kinderzimmerfenster"
say Anna "wie warm ist es im Kinderzimmer"
expect said "21,5 Grad"
say Anna in kinderzimmer "welche Lichter sind an"
expect said "Thekenlicht"
binary_sensor.terrassentuer contact open
after 1m
binary_sensor.terrassentuer contact closed
switch.backofen on_off on
after 45m
say Anna "wann wurde die Terrassentür zuletzt geöffnet"
expect said "Die Terrassentür wurde zuletzt heute um 18 Uhr geöffnet."
say Anna "wie lange ist der Backofen schon an"
expect said "Der Backofen ist seit 45 Minuten an."
