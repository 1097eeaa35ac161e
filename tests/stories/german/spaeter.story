# name: ein Befehl mit einer Zeit wird versprochen, nicht getan
home reihenhaus
at 2026-03-02 18:00
say Mia "schalte um 19 Uhr das Verandalicht ein"
expect said "Heute um 19 Uhr werde ich das Verandalicht einschalten."
expect no command within 1m
restart for 10m
say Mia "was hast du geplant"
expect said "Heute um 19 Uhr werde ich das Verandalicht einschalten."
at 19:00
expect command light.veranda on_off on
say Mia "schalte in zehn Minuten das Verandalicht aus"
expect said /werde ich das Verandalicht ausschalten/
say Mia "vergiss, was du machen wolltest"
expect said "Gut, ich werde nicht das Verandalicht ausschalten."
expect no command within 20m
