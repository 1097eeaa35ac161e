# name: the lights of the speaker's room go off together
home family_house
light.reading_lamp on_off on
at 22:00
say ben "turn off the lights"
expect command light.floor_lamp on_off off
expect command light.reading_lamp on_off off
expect outcome done light.floor_lamp
expect state light.floor_lamp on_off off
