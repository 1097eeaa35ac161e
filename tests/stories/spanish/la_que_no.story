# name: lo que dice cuál se quiere no es un comentario
home piso
at 19:00
say Lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say Lucía in salon "apaga la que está en la cocina"
expect no command
