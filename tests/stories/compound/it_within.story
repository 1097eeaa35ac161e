# name: it is what the first part was about
home family_house
at 19:00
say ben in living_room "turn on the reading lamp and dim it to 20 percent"
expect command light.reading_lamp on_off on
expect command light.reading_lamp brightness 20%
