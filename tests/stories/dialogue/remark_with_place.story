# name: a remark that names a time or another room is not passed over
home guarded_house
at 19:00
say anna in kitchen "turn on the ceiling light"
expect command light.ceiling on_off on
say anna in kitchen "turn it off, I'll be in the living room at eight"
expect no command light.ceiling within 5s
say anna in kitchen "turn it off, I'm tired"
expect command light.ceiling on_off off
