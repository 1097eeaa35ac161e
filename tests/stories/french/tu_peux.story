# name: c'est bon, tu peux l'éteindre, et dans dix minutes
home appartement
at 19:00
say léa in salon "allume le lampadaire"
expect command light.lampadaire on_off on
expect outcome done light.lampadaire
say léa in salon "c'est bon, tu peux l'éteindre"
expect command light.lampadaire on_off off
expect outcome done light.lampadaire
say léa in salon "et rallume-le dans dix minutes"
expect promise errand
expect no command within 5s
after 10m
expect command light.lampadaire on_off on
