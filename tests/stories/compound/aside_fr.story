# name: pourquoi on le veut n'est pas un ordre
home guarded_house
at 19:00
say claire in living_room "ouvre le volet et éteins le lampadaire, on mange dehors"
expect command cover.blinds position 100
expect command light.floor_lamp on_off off
say claire in living_room "allez vite, ferme le volet et allume la machine à café parce que je dois partir"
expect command cover.blinds position 0
expect command switch.coffee on_off on
