# name: prendé, bajá, súbele: los verbos en todas sus personas
home casa
at 20:00
say Lucía in cocina "prendé la lavadora"
expect command switch.lavadora on_off on
after 1m
say Lucía in cocina "bajá la persiana"
expect command cover.persiana position 0%
after 1m
say Pablo in dormitorio "súbele a la radio"
expect command media_player.radio volume 30%
after 1m
say Lucía in cocina "¿me apagas la lavadora?"
expect command switch.lavadora on_off off
after 1m
say Lucía in cocina "súbele dos grados a la calefacción"
expect command climate.calefaccion target_temperature 21
after 1m
say Lucía in cocina "ponme ocho minutos para la pasta"
expect timer "pasta" left 8m
