# name: the thing that was named is named
home family_house
at 19:00
say anna "turn on the coffee machine"
expect command switch.coffee_machine on_off on
expect said "Turned on the coffee machine."
