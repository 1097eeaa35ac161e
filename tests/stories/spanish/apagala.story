# name: apágala, vuelve a encenderla, ponla al 30
home piso
at 19:00
say lucía in salon "enciende la lámpara de pie"
expect command light.pie on_off on
expect outcome done light.pie
say lucía in salon "apágala"
expect command light.pie on_off off
expect outcome done light.pie
say lucía in salon "vuelve a encenderla"
expect command light.pie on_off on
expect outcome done light.pie
say lucía in salon "ponla al 30"
expect command light.pie brightness 30%
expect outcome done light.pie
say lucía in salon "un poco más"
expect command light.pie brightness 50%
