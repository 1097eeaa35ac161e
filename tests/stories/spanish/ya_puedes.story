# name: vale, ya puedes apagarla, y más tarde
home piso
at 19:00
say lucía in cocina "enciende la lámpara de techo"
expect command light.techo on_off on
expect outcome done light.techo
say lucía in cocina "vale, ya puedes apagarla"
expect command light.techo on_off off
expect outcome done light.techo
say lucía in cocina "y a las ocho la enciendes"
expect promise errand
expect no command within 5s
at 20:00
expect command light.techo on_off on
