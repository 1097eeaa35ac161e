# name: nothing stands between the commands
home family_house
at 19:00
say anna in study "desk lamp on study ceiling light on hallway light on"
expect command light.desk_lamp on_off on
expect command light.study_ceiling on_off on
expect command light.hallway on_off on
say anna in study "turn off the desk lamp turn off the study ceiling light and dim the hallway light to 50 percent"
expect command light.desk_lamp on_off off
expect command light.study_ceiling on_off off
expect command light.hallway brightness 50%
