# name: darker is twenty points below
home family_house
at 21:30
say ben "dim the floor lamp"
expect command light.floor_lamp brightness 40%
