# name: a greeting beside a command
home haus
at 19:00
say anna "hallo und mach die Deckenlampe an"
expect command light.decke on_off on
expect said /.+/
