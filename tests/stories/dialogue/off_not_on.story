# name: off, not on
home family_house
at 19:00
say anna in kitchen "turn on the coffee machine"
expect command switch.coffee_machine on_off on
expect outcome done switch.coffee_machine
say anna in kitchen "sorry, off, not on"
expect command switch.coffee_machine on_off off
