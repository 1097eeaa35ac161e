# name: las luces de la habitación
home piso
at 19:00
say Lucía "enciende las luces"
expect command light.techo on_off on
expect command light.encimera on_off on
expect said "Luces encendidas"
