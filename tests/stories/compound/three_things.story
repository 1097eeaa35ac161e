# name: three things under one verb
home family_house
at 19:00
say anna in kitchen "turn on the counter light, the hallway light and the desk lamp"
expect command light.kitchen_counter on_off on
expect command light.hallway on_off on
expect command light.desk_lamp on_off on
