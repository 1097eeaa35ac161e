# name: "there" is the room that was spoken of
home family_house
at 19:00
say anna in kitchen "turn on the desk lamp"
expect command light.desk_lamp on_off on
expect outcome done light.desk_lamp
say anna in kitchen "turn off the lights in there"
expect command light.desk_lamp on_off off
expect command light.study_ceiling on_off off
