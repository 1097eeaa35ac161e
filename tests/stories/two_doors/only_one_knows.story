# name: what only Zigbee2MQTT shows goes through Zigbee2MQTT
home two_doors
at 19:00
say anna "turn on the pantry lamp"
expect command light.pantry on_off on through zigbee2mqtt
expect outcome done light.pantry
