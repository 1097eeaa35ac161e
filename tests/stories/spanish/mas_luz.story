# name: más luz es de lo que se habló
home piso
at 19:00
say lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say lucía in salon "un poco más de luz"
expect command light.pie brightness 80%
expect outcome done light.pie
say lucía in salon "uf demasiado"
expect command light.pie brightness 60%
