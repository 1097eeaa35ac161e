# name: el tiempo, hasta donde lo sabe un sensor de fuera
home casa_blanca
at 2026-03-02 12:00
say Lucía "qué tiempo hace"
expect said "No veo el cielo, pero fuera hace 8,5 grados."
say Lucía "qué temperatura hace fuera"
expect said "Fuera hace 8,5 grados."
say Lucía "va a llover mañana"
expect said /No tengo previsión/
