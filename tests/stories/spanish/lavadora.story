# name: cuando termine la lavadora
home casa
at 2026-03-02 18:00
switch.lavadora on_off on
say Lucía "Avísame cuando termine la lavadora"
expect said "Recordatorio cuando la lavadora termine."
say Lucía "recuérdame tender la ropa cuando termine la lavadora"
expect said "Recordatorio cuando la lavadora termine: tender la ropa."
after 30m
switch.lavadora on_off off
expect said /Un recordatorio: tender la ropa/
