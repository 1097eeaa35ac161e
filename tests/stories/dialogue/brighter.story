# name: brighter follows one lamp, not the room
home family_house
at 19:00
say ben in living_room "set the reading lamp to 40 percent"
expect command light.reading_lamp brightness 40%
expect outcome done light.reading_lamp
say ben in living_room "brighter"
expect command light.reading_lamp brightness 60%
