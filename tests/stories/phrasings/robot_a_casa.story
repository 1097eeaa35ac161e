# name: el robot, la escena, la radio
home casa_blanca
at 20:00
say Pablo "pon el robot en marcha"
expect command vacuum.robot vacuum cleaning
after 1m
say Pablo "manda el robot a su base"
expect command vacuum.robot vacuum docked
after 1m
say Pablo "pon noche de cine"
expect command scene.cine scene on
after 1m
say Pablo "baja un poco la radio"
expect command media_player.radio volume 20
after 1m
say Pablo "quita la radio"
expect command media_player.radio on_off off
