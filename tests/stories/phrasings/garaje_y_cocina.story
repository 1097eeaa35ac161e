# name: la cocina puede ir delante, en medio o detrás
home casa
at 20:00
say Pablo in dormitorio "en la cocina enciende la luz"
expect command light.cocina on_off on
after 1m
say Pablo in dormitorio "apaga todo en la cocina"
expect command light.cocina on_off off
expect command switch.lavadora on_off off
expect command switch.horno on_off off
expect no command media_player.radio
after 1m
say Pablo in dormitorio "no me prendas la luz de la cocina"
expect no command
