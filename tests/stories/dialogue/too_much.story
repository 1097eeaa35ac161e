# name: too much goes back
home family_house
at 19:00
say ben in living_room "dim the floor lamp"
expect command light.floor_lamp brightness 40%
expect outcome done light.floor_lamp
say ben in living_room "too much"
expect command light.floor_lamp brightness 60%
