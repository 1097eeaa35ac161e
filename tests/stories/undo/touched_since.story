# name: what somebody has changed since is left alone
home family_house
at 19:00
say anna "turn on the counter light"
expect command light.kitchen_counter on_off on
expect outcome done light.kitchen_counter
after 1m
light.kitchen_counter on_off off
undo
expect said /left the counter light alone/
expect no command within 5s
