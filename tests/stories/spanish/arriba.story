# name: arriba es la planta alta, abajo la planta baja
home casa
at 20:00
say lucía in cocina "enciende todas las luces de arriba"
expect command light.mesilla on_off on
after 30s
say lucía in cocina "apaga las luces arriba"
expect command light.mesilla on_off off
after 30s
say lucía in cocina "enciende todas las luces de abajo"
expect command light.cocina on_off on
expect command light.porche on_off on
