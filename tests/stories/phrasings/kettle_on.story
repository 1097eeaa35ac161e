# name: a machine is put on, started, shut off
home family_house
at 07:00
say anna "put the coffee machine on please"
expect command switch.coffee_machine on_off on
after 10m
say anna "shut off the coffee machine"
expect command switch.coffee_machine on_off off
after 10m
say anna "start the coffee machine"
expect command switch.coffee_machine on_off on
