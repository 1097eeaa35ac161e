# name: esa no, la otra
home piso
at 19:00
say lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say lucía in salon "esa no, la otra"
expect command light.pie on_off off
expect command light.lectura on_off on
