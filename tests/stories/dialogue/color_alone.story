# name: a colour alone
home family_house
at 19:00
say ben in living_room "set the floor lamp to red"
expect command light.floor_lamp color "#ff0000"
say ben in living_room "green"
expect command light.floor_lamp color "#00ff00"
