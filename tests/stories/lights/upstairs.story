# name: upstairs is the upper floor, and downstairs the lower one
home family_house
at 20:00
say anna in kitchen "turn on the lights upstairs"
expect command light.bedside_left on_off on
expect command light.bedside_right on_off on
expect command light.nursery on_off on
expect command light.nursery_ceiling on_off on
expect command light.desk_lamp on_off on
expect command light.study_ceiling on_off on
after 30s
say anna in kitchen "turn off all lights downstairs"
expect command light.floor_lamp on_off off
expect no command light.desk_lamp
expect any commands
