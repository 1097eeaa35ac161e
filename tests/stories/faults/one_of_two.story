# name: one of two lamps fails and is named
home family_house
at 19:00
fault light.reading_lamp lose
say ben "dim the living room lights to 20 percent"
expect command light.floor_lamp brightness 20%
expect command light.reading_lamp brightness 20%
expect outcome done light.floor_lamp
expect outcome failed light.reading_lamp
expect said /reading lamp.*no sign.*The rest is done/
