# name: el porqué de una orden no es parte de ella
home piso
at 19:00
say Lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say Lucía in salon "apágala que me duele la cabeza"
expect command light.pie on_off off
