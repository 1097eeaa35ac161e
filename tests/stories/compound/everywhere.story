# name: everywhere is the whole house
home guarded_house
at 19:00
say anna in garage "ceiling light on"
expect command light.ceiling on_off on
say anna in garage "lights off in the whole house and turn on the coffee machine"
expect command light.ceiling on_off off
expect command light.floor_lamp on_off off
expect command switch.coffee on_off on
