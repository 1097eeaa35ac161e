# name: lo que la casa no puede saber
home casa
at 2026-03-02 18:00
say Nico in cocina "enciende la luz de la cocina cuando llegue a casa"
expect decline "No tengo forma de saber cuándo llegas a casa."
expect no promise errand
