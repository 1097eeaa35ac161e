# name: after a correction "it" is what was meant
home family_house
at 19:00
say ben in study "turn on the desk lamp"
expect command light.desk_lamp on_off on
expect outcome done light.desk_lamp
say ben in study "no, the study ceiling light"
expect command light.desk_lamp on_off off
expect command light.study_ceiling on_off on
expect outcome done light.study_ceiling
say ben in study "turn it off"
expect command light.study_ceiling on_off off
expect no command light.desk_lamp within 5s
