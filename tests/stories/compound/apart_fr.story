# name: en français, rien entre les ordres
home guarded_house
at 19:00
say claire in living_room "éteins le lampadaire ouvre le volet et allume la machine à café"
expect command light.floor_lamp on_off off
expect command cover.blinds position 100
expect command switch.coffee on_off on
