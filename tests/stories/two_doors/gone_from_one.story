# name: when one door loses it, the other still reaches it
home two_doors
at 19:00
gone light.kitchen
say anna "turn on the kitchen lamp"
expect command light.kitchen_bulb on_off on through zigbee2mqtt
