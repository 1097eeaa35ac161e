# name: éteins-le, rallume-le, un peu plus fort
home appartement
at 19:00
say léa in salon "allume le lampadaire"
expect command light.lampadaire on_off on
expect outcome done light.lampadaire
say léa in salon "éteins-le"
expect command light.lampadaire on_off off
expect outcome done light.lampadaire
say léa in salon "rallume-le"
expect command light.lampadaire on_off on
expect outcome done light.lampadaire
say léa in salon "mets-le à 30 %"
expect command light.lampadaire brightness 30%
