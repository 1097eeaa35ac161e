# name: what failed is said by name, whatever the package would reply
home family_house
at 19:00
fault light.kitchen_counter lose
say anna "turn on the lights"
expect command light.kitchen_ceiling on_off on
expect command light.kitchen_counter on_off on
expect said /counter light.*no sign.*The rest is done/
