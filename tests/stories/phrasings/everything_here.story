# name: everything here is not everything in the house
home family_house
at 20:00
say ben in living_room "turn everything off in here"
expect command light.floor_lamp on_off off
expect command media_player.radio on_off off
expect no command climate.bedroom thermostat_mode off
