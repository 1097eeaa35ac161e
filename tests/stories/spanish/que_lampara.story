# name: dos lámparas de un nombre: la casa pregunta
home piso
at 19:00
say Lucía in salon "enciende la lámpara"
expect ask "¿Cuál: la lámpara de pie o la lámpara de lectura?"
expect no command
say Lucía in salon "la primera"
expect command light.pie on_off on
expect said "He encendido la lámpara de pie."
