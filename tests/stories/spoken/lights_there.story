# name: in another room it is said which one
home family_house
at 19:00
say anna in kitchen "turn on the lights in the study"
expect command light.desk_lamp on_off on
expect command light.study_ceiling on_off on
expect said "Turned on the desk lamp and the study ceiling light."
