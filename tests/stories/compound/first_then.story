# name: words that only lead from one part to the next
home guarded_house
at 19:00
say anna in kitchen "First lock the back door, then turn on the ceiling light."
expect command lock.back_door lock locked
expect command light.ceiling on_off on
say jonas in kitchen "Mach erst die Deckenlampe aus und mach dann die Kaffeemaschine an."
expect command light.ceiling on_off off
expect command switch.coffee on_off on
say claire in kitchen "D'abord éteins la machine à café, ensuite allume le plafonnier."
expect command switch.coffee on_off off
expect command light.ceiling on_off on
say luis in kitchen "Primero apaga la luz del techo y luego enciende la cafetera."
expect command light.ceiling on_off off
expect command switch.coffee on_off on
