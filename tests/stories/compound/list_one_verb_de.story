# name: ein Verb für alle Dinge, auch wenn es hinten steht
home guarded_house
at 19:00
say jonas in kitchen "Deckenlampe, Stehlampe und Kaffeemaschine an"
expect command light.ceiling on_off on
expect command light.floor_lamp on_off on
expect command switch.coffee on_off on
say jonas in kitchen "Schalte die Deckenlampe, die Stehlampe und die Kaffeemaschine aus."
expect command light.ceiling on_off off
expect command light.floor_lamp on_off off
expect command switch.coffee on_off off
