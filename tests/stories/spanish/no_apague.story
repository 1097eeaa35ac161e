# name: lo que se prohíbe no es una corrección
home piso
at 19:00
say Lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say Lucía in salon "no apague la lámpara de pie"
expect no command
