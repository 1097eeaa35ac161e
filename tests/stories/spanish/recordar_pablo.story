# name: a otra persona, y tarde
home casa
at 2026-03-02 18:00
say Lucía "recuérdale a Pablo que tiene que dar de comer al gato a las ocho de la tarde"
expect said "Recordatorio para Pablo hoy a las 8 de la tarde: dar de comer al gato."
kill for 3h
expect said "Un recordatorio de hace 1 hora: dar de comer al gato. Perdona, estaba apagado." in dormitorio
