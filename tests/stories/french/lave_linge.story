# name: quand le lave-linge a fini
home maison
at 2026-03-02 18:00
switch.lavelinge on_off on
say Léa "Préviens-moi quand le lave-linge a fini"
expect said "Rappel quand le lave-linge aura fini."
say Léa "rappelle-moi d'étendre le linge quand le lave-linge a fini"
expect said "Rappel quand le lave-linge aura fini : étendre le linge."
after 30m
switch.lavelinge on_off off
expect said /Un rappel : étendre le linge/
