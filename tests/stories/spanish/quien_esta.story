# name: quién está en casa
home casa_blanca
at 2026-03-02 18:00
say Lucía "quién está en casa"
expect said "Lucía"
say Lucía "está Pablo en casa"
expect said "No, Pablo está fuera."
person.lucia presence off
after 1m
say Lucía "hay alguien en casa"
expect said "No, no hay nadie en casa."
