# name: im ganzen Haus
home guarded_house
at 19:00
say jonas in garage "Kaffeemaschine an und im ganzen Haus Licht aus"
expect command switch.coffee on_off on
expect any commands
expect command light.floor_lamp on_off off
