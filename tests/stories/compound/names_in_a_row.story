# name: names in a row share a verb, with one "and" among them
home guarded_house
at 19:00
say anna in living_room "turn on the coffee machine the ceiling light and the radio"
expect command switch.coffee on_off on
expect command light.ceiling on_off on
expect any commands
