# name: las seis y media siguen siendo las seis y media
home casa
at 2026-03-28 22:00
say Pablo "despiértame todos los días a las seis y media de la mañana"
expect said "Alarma puesta: cada día a las 6 y media de la mañana."
at 2026-03-29 06:29
expect no said
at 06:30
expect said "Es la hora."
say Pablo "para"
expect said "Buenos días."
say Pablo "sáltate la próxima alarma"
expect said "La alarma no sonará mañana a las 6 y media de la mañana."
at 2026-03-30 06:31
expect no said
