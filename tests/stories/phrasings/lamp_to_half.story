# name: shares of light
home family_house
at 20:00
say ben "turn the floor lamp down to half"
expect command light.floor_lamp brightness 50%
after 1m
say ben "floor lamp up to full"
expect command light.floor_lamp brightness 100%
after 1m
say ben "put the reading lamp at 30"
expect command light.reading_lamp brightness 30%
