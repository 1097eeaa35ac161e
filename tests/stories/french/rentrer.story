# name: quand je rentre
home maison
at 2026-03-02 18:00
say Léa "Quand je rentre à la maison, allume la lampe du perron"
expect said "Quand tu rentreras, je vais allumer la lampe du perron."
expect no command within 10m
person.lea presence off
expect no command within 10m
person.lea presence on
expect command light.perron on_off on
expect no promise errand
