# name: one lamp over four turns
home family_house
at 19:00
say ben in study "turn on the desk lamp"
expect command light.desk_lamp on_off on
expect outcome done light.desk_lamp
say ben in study "set it to 40"
expect command light.desk_lamp brightness 40%
expect outcome done light.desk_lamp
say ben in study "up to 80"
expect command light.desk_lamp brightness 80%
expect outcome done light.desk_lamp
say ben in study "turn it off again"
expect command light.desk_lamp on_off off
