# name: cuando llegue a casa
home casa
at 2026-03-02 18:00
say Lucía "Cuando llegue a casa, enciende la luz del porche"
expect said "Cuando llegues a casa, voy a encender la luz del porche."
expect no command within 10m
person.lucia presence off
expect no command within 10m
person.lucia presence on
expect command light.porche on_off on
expect no promise errand
