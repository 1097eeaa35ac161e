# name: "turn on the lights" means the room of who asks
home family_house
at 07:00
say anna in study "turn on the lights"
expect command light.desk_lamp on_off on
expect command light.study_ceiling on_off on
