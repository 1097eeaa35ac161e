# name: le lieu est dit d'abord et vaut pour tout
home guarded_house
at 19:00
say claire in kitchen "dans le salon, ouvre les volets et éteins la lumière"
expect command cover.blinds position 100
expect command light.floor_lamp on_off off
