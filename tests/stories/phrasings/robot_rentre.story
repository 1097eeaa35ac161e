# name: le robot, la scène, la radio
home maison_bleue
at 20:00
say Paul "fais marcher le robot"
expect command vacuum.robot vacuum cleaning
after 1m
say Paul "renvoie le robot à sa base"
expect command vacuum.robot vacuum docked
after 1m
say Paul "lance la soirée film"
expect command scene.film scene on
after 1m
say Paul "mets la radio moins fort"
expect command media_player.radio volume 20
after 1m
say Paul "coupe la radio"
expect command media_player.radio on_off off
