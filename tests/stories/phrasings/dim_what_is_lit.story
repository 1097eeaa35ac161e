# name: of several lamps "dim" means those that are lit
home family_house
at 20:00
say ben "dim the lights"
expect command light.floor_lamp brightness 40%
expect no command within 5s
