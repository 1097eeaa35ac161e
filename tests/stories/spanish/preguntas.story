# name: preguntas sobre varias habitaciones y al diario
home casa_blanca
at 2026-03-02 18:00
say Lucía "hay alguna ventana abierta en la planta de arriba"
expect said "Sí, el dispositivo ventana del cuarto"
say Lucía "qué temperatura hay en el cuarto de los niños"
expect said /21,5 grados/
say Lucía in ninos "qué luces están encendidas"
expect said "luz de la encimera"
binary_sensor.puerta contact open
after 1m
binary_sensor.puerta contact closed
switch.horno on_off on
after 45m
say Lucía "cuándo se abrió por última vez la puerta trasera"
expect said "La puerta trasera se abrió por última vez hoy a las 6 de la tarde."
say Lucía "cuánto tiempo lleva encendido el horno"
expect said /45 minutos/
