# name: words in front without a meaning
home family_house
at 19:00
say ben in living_room "turn on the reading lamp"
expect command light.reading_lamp on_off on
expect outcome done light.reading_lamp
say ben in living_room "whoa, too bright"
expect command light.reading_lamp brightness 20%
