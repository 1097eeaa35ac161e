# name: colours and whites
home family_house
at 20:00
say ben "make the living room lights blue"
expect command light.floor_lamp color "#0000ff"
after 1m
say ben "floor lamp warm white"
expect command light.floor_lamp color_temperature 2700
