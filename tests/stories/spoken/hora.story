# name: qué hora es
home piso
at 2026-03-02 19:15
say Lucía "qué hora es"
expect said /^Son las/
