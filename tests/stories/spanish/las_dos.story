# name: las dos, y la otra de las dos
home piso
at 19:00
say lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say lucía in salon "la otra también"
expect command light.lectura on_off on
expect outcome done light.lectura
say lucía in salon "venga, apágalas las dos"
expect command light.pie on_off off
expect command light.lectura on_off off
