# name: cuándo y cuánto tiempo
home casa
at 2026-03-02 18:00
binary_sensor.jardin contact open
switch.horno on_off on
after 1m
binary_sensor.jardin contact closed
kill for 5m
after 24m
say Lucía "cuánto tiempo lleva encendido el horno"
expect said "El horno está encendido desde hace 30 minutos."
say Lucía "cuándo se abrió por última vez la puerta del jardín"
expect said "La puerta del jardín se abrió por última vez hoy a las 6 de la tarde."
say Lucía "desde cuándo está desbloqueada la puerta principal"
expect said /nunca ha estado sin llave|no está sin llave/
