# name: hasta las diez de la noche
home casa
at 2026-03-02 18:00
say Lucía "enciende la luz de la cocina hasta las diez de la noche"
expect command light.cocina on_off on
expect said /Hoy a las 10 de la noche voy a apagar la luz de la cocina/
at 22:00
expect command light.cocina on_off off
