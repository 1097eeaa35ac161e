# name: una hora que nadie lee prohíbe actuar
home casa
at 2026-03-02 18:00
say Lucía "enciende la luz de la cocina justo después de cenar"
expect decline
say Lucía "apaga la luz de la cocina antes de las noticias"
expect decline
say Lucía "enciende la luz de la cocina a las treinta y media"
expect decline
expect no command within 3h
expect no promise errand
