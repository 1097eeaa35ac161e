# name: a room with a colon behind it
home family_house
at 19:00
say anna in kitchen "Bedroom: curtains open, left bedside lamp on."
expect command cover.bedroom_curtains position 100
expect command light.bedside_left on_off on
say anna in kitchen "turn on the night light in tims room and open the living room blinds"
expect command light.nursery on_off on
expect command cover.living_room_blinds position 100
