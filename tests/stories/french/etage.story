# name: à l'étage et en bas
home maison
at 20:00
say léa in cuisine "allume les lumières à l'étage"
expect command light.chevet on_off on
after 30s
say léa in cuisine "éteins la lumière en haut"
expect command light.chevet on_off off
after 30s
say léa in cuisine "allume les lumières en bas"
expect command light.cuisine on_off on
expect command light.perron on_off on
