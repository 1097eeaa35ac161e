# name: jusqu'à 22 heures
home maison
at 2026-03-02 18:00
say Léa "allume la lampe de la cuisine jusqu'à 22 heures"
expect command light.cuisine on_off on
expect said /Aujourd'hui à 22 heures, je vais éteindre la lampe de la cuisine/
at 22:00
expect command light.cuisine on_off off
