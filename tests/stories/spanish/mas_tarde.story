# name: una orden con hora se promete, no se hace
home casa
at 2026-03-02 18:00
say Lucía "enciende la luz del porche a las siete de la tarde"
expect said "Hoy a las 7 de la tarde voy a encender la luz del porche."
expect no command within 1m
restart for 10m
say Lucía "qué hay previsto"
expect said "Hoy a las 7 de la tarde voy a encender la luz del porche."
at 19:00
expect command light.porche on_off on
say Lucía "apaga la luz del porche dentro de diez minutos"
expect said /voy a apagar la luz del porche/
say Lucía "olvida lo que ibas a hacer"
expect said "Vale, no voy a apagar la luz del porche."
expect no command within 20m
