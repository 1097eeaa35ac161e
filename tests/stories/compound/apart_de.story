# name: auf Deutsch steht nichts zwischen den Befehlen
home guarded_house
at 19:00
say jonas in kitchen "kaffeemaschine an deckenlampe an radio aus"
expect command switch.coffee on_off on
expect command light.ceiling on_off on
expect command media_player.radio on_off off
