# name: dasselbe auf Deutsch, Französisch und Spanisch
home contacts
at 2026-03-02 18:00
binary_sensor.front_door contact open
say jonas "ist die Haustür offen"
expect said /^Ja/
say claire "est-ce que la porte d'entrée est ouverte"
expect said /^Oui/
say luis "está abierta la puerta principal"
expect said /^Sí/
say jonas "ist die Terrassentür offen"
expect said /^Nein/
