# name: a colour by its name
home family_house
at 21:00
say ben "set the floor lamp to red"
expect command light.floor_lamp color "#ff0000"
