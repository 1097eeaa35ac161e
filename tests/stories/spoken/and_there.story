# name: what follows from a talk names what was meant
home family_house
at 19:00
say anna "turn on the lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
expect said "Turned on the lights"
say anna "and in the study?"
expect command light.desk_lamp on_off on
expect command light.study_ceiling on_off on
expect said "Turned on the desk lamp and the study ceiling light."
