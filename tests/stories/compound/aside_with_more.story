# name: a remark that says when or about what is not left out
home guarded_house
at 19:00
say anna in kitchen "turn on the ceiling light and start the coffee machine, I'm home at eight"
expect decline
expect no command light.ceiling within 5s
say anna in kitchen "turn on the ceiling light, it's for the radio"
expect no command light.ceiling within 5s
say anna in kitchen "turn on the ceiling light when I'm in the living room"
expect no command light.ceiling within 5s
