# name: no, another number
home family_house
at 19:00
say ben in living_room "set the reading lamp to 60 percent"
expect command light.reading_lamp brightness 60%
expect outcome done light.reading_lamp
say ben in living_room "no, 30 percent"
expect command light.reading_lamp brightness 30%
