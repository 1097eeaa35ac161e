# name: two doors share one noun
home guarded_house
at 19:00
lock.front_door lock unlocked
lock.back_door lock unlocked
say anna in hallway "Lock the front and back doors and turn on the ceiling light."
expect command lock.front_door lock locked
expect command lock.back_door lock locked
expect command light.ceiling on_off on
